package office

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ankhai/app/gateway"
	"ankhai/signing"
	"ankhai/signing/doctor"
	"ankhai/storage"
	"ankhai/storage/place"
)

// Exam is one line of the doctor: what was looked at, whether it is well, what was
// found, and what to do if it is not.
type Exam struct {
	Name   string `json:"name"`
	OK     bool   `json:"ok"`
	Say    string `json:"message"`
	Remedy string `json:"remedy,omitempty"`
}

func well(name, say string) Exam        { return Exam{Name: name, OK: true, Say: say} }
func ill(name, say, remedy string) Exam { return Exam{Name: name, Say: say, Remedy: remedy} }

// Examine looks at what a month's work needs: the data, its folder and disk, the
// backups, the clock, the employer, the key, the outbox, the gateway. Tokens are
// looked at last, and only where one is needed.
func (o *Office) Examine(ctx context.Context) []Exam {
	out, live := o.examineWork(ctx)
	if live {
		out = append(out, o.examineTokens(ctx)...)
	}
	return out
}

// examineWork is Examine without the tokens. live says that there is an employer
// whose dossiers a token may have to sign.
func (o *Office) examineWork(ctx context.Context) (out []Exam, live bool) {
	out = append([]Exam{o.examineData(ctx), o.examineFolder(), o.examineDisk(), o.examineBackups(ctx)}, o.examineKeys()...)
	out = append(out, o.examinePapers(ctx), o.examineClock())
	dv, err := o.Company(ctx)
	if err != nil {
		return append(out, ill("Đơn vị", Say(err), "")), false
	}
	out = append(out, well("Đơn vị", dv.Ten+", mã số thuế "+dv.MaSoThue))
	if dv.ThucHanh {
		out = append(out, o.examineSigning(ctx))
	}
	out = append(out, o.examineOutbox(ctx), o.examineKeeping(ctx), o.examineGateway(ctx, dv.MaSoThue))
	return out, !dv.ThucHanh
}

// examineData reads the data through: every page, the guards, the journal's chain.
func (o *Office) examineData(ctx context.Context) Exam {
	const name = "Dữ liệu"
	d, err := storage.Inspect(ctx, o.store.Path(), o.options())
	if err != nil {
		return ill(name, Say(err), "")
	}
	if !d.Whole() {
		say := damageWords(d)
		return ill(name, fmt.Sprint(say[0], more(len(say)-1)), "Đóng chương trình, rồi khôi phục bản sao gần nhất (bhxh backup list) hoặc cứu phần còn đọc được (bhxh backup salvage).")
	}
	n, err := o.store.VerifyJournal(ctx)
	if err != nil {
		return ill(name, Say(err), "")
	}
	events, err := o.store.VerifyEvents(ctx)
	if err != nil {
		return ill(name, Say(err), "")
	}
	return well(name, fmt.Sprintf("mọi trang đọc được, các quy tắc nguyên vẹn, nhật ký %d dòng và %d sự kiện của hồ sơ khớp chuỗi kiểm tra", n, events))
}

func more(n int) string {
	if n < 1 {
		return ""
	}
	return fmt.Sprintf(" và %d điều khác", n)
}

func (o *Office) examineFolder() Exam {
	const name = "Thư mục"
	switch {
	case o.viewOnly:
		return ill(name, "không cho ghi, chỉ xem được", "Kiểm tra quyền của thư mục "+o.dir+" hoặc ổ đĩa rồi mở lại.")
	case o.where.Kind != place.Local:
		return ill(name, folderWords(o.where), "Chuyển dữ liệu sang ổ đĩa của máy này: sao lưu (bhxh backup create TỆP), mở chương trình với thư mục mới rồi khôi phục (bhxh --data THƯ_MỤC_MỚI backup restore TỆP).")
	}
	return well(name, o.dir+", trên ổ đĩa của máy này")
}

// lowDisk is how much room is enough for a month's work.
const lowDisk = 200 << 20

func (o *Office) examineDisk() Exam {
	const name = "Ổ đĩa"
	free, err := storage.FreeBytes(o.dir)
	if err != nil {
		return ill(name, "không hỏi được còn bao nhiêu chỗ", "")
	}
	say := "còn trống " + sizeWords(free)
	switch {
	case free < lowDisk:
		return ill(name, say, "Giải phóng dung lượng; khi đầy hẳn, chương trình dùng phần dự phòng để ghi nốt việc đang làm.")
	case !storage.HasBallast(o.dir) && !o.viewOnly:
		return ill(name, say+", nhưng phần dự phòng khi đầy ổ đĩa đã dùng", "Đóng chương trình rồi mở lại để lập phần dự phòng.")
	}
	return well(name, say+", có phần dự phòng "+sizeWords(storage.BallastSize))
}

func (o *Office) examineBackups(ctx context.Context) Exam {
	const name = "Sao lưu"
	s, err := o.Backups(ctx)
	if err != nil {
		return ill(name, Say(err), "")
	}
	if s.Last != nil {
		if _, err := storage.VerifyBackup(ctx, s.Last.Path, o.options()); err != nil {
			return ill(name, "bản sao gần nhất không đọc lại được: "+Say(err), "Sao lưu lại ngay: bhxh backup create TỆP.")
		}
	}
	switch {
	case s.Trouble != "":
		return ill(name, s.Say+". "+s.Trouble, "Làm theo lời nhắc trên, rồi sao lưu lại: bhxh backup create.")
	case s.Level != Green:
		return ill(name, s.Say, "Sao lưu ngay: bhxh backup create.")
	}
	return well(name, s.Say+", đọc lại được")
}

func (o *Office) examineClock() Exam {
	const name = "Đồng hồ"
	if say := o.ClockDoubt(); say != "" {
		return ill(name, say, "Chỉnh lại ngày giờ của máy trước khi ký. Việc đã làm vẫn đúng thứ tự.")
	}
	return well(name, "ngày "+o.Today().String())
}

func (o *Office) examineSigning(ctx context.Context) Exam {
	const name = "Khoá ký"
	keys, err := o.Keys(ctx)
	if err != nil {
		return ill(name, signing.Say(err), "")
	}
	if len(keys) > 0 {
		k := keys[0]
		say := k.Name + ", hạn " + dayIn(k.Until).String()
		if k.Say != "" {
			return ill(name, say, k.Say)
		}
		return well(name, say)
	}
	return well(name, "chưa thấy khoá nào có sẵn; khoá trong tệp thì chỉ ra khi ký (--key p12:TỆP)")
}

func (o *Office) examineOutbox(ctx context.Context) Exam {
	const name = "Hộp gửi"
	waiting, err := o.Waiting(ctx)
	if err != nil {
		return ill(name, Say(err), "")
	}
	doubt := 0
	for _, w := range waiting {
		if w.State == storage.NghiVan || w.State == storage.DangGui {
			doubt++
		}
	}
	switch {
	case doubt > 0:
		return ill(name, fmt.Sprintf("%d hồ sơ chưa rõ đã đến nơi hay chưa", doubt), "Hỏi cổng: bhxh outbox run. Hồ sơ chỉ được gửi lại khi cổng trả lời là không giữ nó.")
	case len(waiting) > 0:
		return well(name, fmt.Sprintf("%d hồ sơ đang chờ gửi", len(waiting)))
	}
	return well(name, "không có hồ sơ nào chờ")
}

// examineTokens is the token doctor, line by line.
func (o *Office) examineTokens(ctx context.Context) []Exam {
	found, err := o.TokenDoctor(ctx)
	if err != nil {
		return []Exam{ill("Token", Say(err), "")}
	}
	return tokenExams(found)
}

// tokenExams puts what the doctor of tokens found into lines.
func tokenExams(found []doctor.Finding) (out []Exam) {
	for _, f := range found {
		out = append(out, Exam{Name: f.Where, OK: f.Level != doctor.Bad, Say: f.Say + " (" + f.Code + ")", Remedy: f.Mend})
	}
	return out
}

func (o *Office) examineGateway(ctx context.Context, mst string) Exam {
	const name = "Cổng"
	road, err := o.roadOf(ctx, mst, "")
	if errors.Is(err, ErrNoGateway) {
		return ill(name, "chưa chọn cổng", "Chọn cổng của I-VAN, hoặc cổng thực hành để tập: bhxh gateway set ĐỊA_CHỈ --employer "+mst+".")
	}
	if err != nil {
		return ill(name, Say(err), "")
	}
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	_, err = road.Lookup(ctx, gateway.NewKey())
	if err == nil || errors.Is(err, gateway.ErrUnknownKey) {
		return well(name, "trả lời bình thường")
	}
	return ill(name, Say(err), "")
}
