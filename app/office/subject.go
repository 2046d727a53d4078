package office

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// PersonID finds a person of the employer at hand by the store's own number, số
// CCCD or mã số BHXH. storage.ErrNotFound if there is none.
func (o *Office) PersonID(ctx context.Context, number string) (string, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return "", err
	}
	return o.store.FindPerson(ctx, dv.MaSoThue, number)
}

// PersonRecord is everything that is held of one person, as it is answered to them:
// each part says what it is for.
type PersonRecord struct {
	ID        string                `json:"id"`
	DonVi     string                `json:"donVi"`
	LapLuc    time.Time             `json:"lapLuc"`
	Nguoi     facts.NguoiLaoDong    `json:"nguoi"` // as they stand now
	QuaTrinh  []PersonHeld          `json:"quaTrinh"`
	SuaDoi    []PersonCorrection    `json:"suaDoi"`
	BangLuong []storage.PayrollLine `json:"bangLuong"`
	ChuyenVao []PersonMoved         `json:"chuyenVao"`
	HoSo      []PersonDossier       `json:"hoSo"`
	DaKhai    []PersonSent          `json:"daKhai"`
	DotHuong  []PersonBenefit       `json:"dotHuong"`
	ThoiGian  PersonCareer          `json:"thoiGianDong"`
	QuyetDinh []PersonDecision      `json:"quyetDinh"`
	GopNguoi  []PersonJoined        `json:"gopNguoi"`
	HoGiaDinh *PersonHousehold      `json:"hoGiaDinh"` // null: none was declared
	DeLamGi   map[string]string     `json:"deLamGi"`   // purpose of each part
	HanLuu    string                `json:"hanLuu"`    // how long it is kept, in words
	TraLoi    string                `json:"traLoi"`    // the term for answering a request, in words
}

// PersonHeld is how a person stood from a month on, and where that came from.
type PersonHeld struct {
	Nguoi facts.NguoiLaoDong `json:"nguoi"`
	Nguon string             `json:"nguon"`
	Luc   time.Time          `json:"luc"`
}

// PersonMoved is a line of a file of another program that speaks of the person.
type PersonMoved struct {
	Tep string `json:"tep"`
	movedLine
}

// PersonCorrection is an identity that was replaced.
type PersonCorrection struct {
	Luc   time.Time          `json:"luc"`
	Ai    string             `json:"ai"`
	Nguon string             `json:"nguon"`
	Truoc facts.NguoiLaoDong `json:"truoc"`
}

// PersonDossier is a dossier that mentions the person, with the rows that do.
type PersonDossier struct {
	ID     string       `json:"id"`
	Ten    string       `json:"ten"`
	Trang  string       `json:"trangThai"`
	SoHoSo string       `json:"soHoSo"`
	KyLuc  *time.Time   `json:"kyLuc"` // null: not signed
	GiayTo []string     `json:"giayTo"`
	TraVe  []PersonFile `json:"tepTraVe"` // what came back about it, without contents
	Dong   []PersonRow  `json:"dong"`
}

// PersonFile is a file that came back about a dossier of the person's.
type PersonFile struct {
	Ten    string    `json:"ten"`
	Cach   string    `json:"cach"` // how it came, in words
	SHA256 string    `json:"sha256"`
	Luc    time.Time `json:"luc"`
}

// PersonRow is a row of a form: JSON by tag.
type PersonRow struct {
	Mau  string          `json:"mau"`
	Bang string          `json:"bang"`
	O    json.RawMessage `json:"o"`
}

// PersonSent is a line of the ledger of what was declared.
type PersonSent struct {
	Thang    law.Month `json:"thang"`
	PhuongAn string    `json:"phuongAn"`
	HoSo     string    `json:"hoSo"`
	Trang    string    `json:"trangThai"`
}

// PersonBenefit is a period of a benefit.
type PersonBenefit struct {
	facts.DotHuong
	Trang string `json:"trangThai"`
	Nguon string `json:"nguon"`
	HoSo  string `json:"hoSo"`
}

// PersonCareer is what was said of a person's working life; null: nothing was.
type PersonCareer struct {
	ThangDongTruoc *int64 `json:"thangDongTruoc"`
	NangNhoc       *bool  `json:"nangNhoc"`
}

// PersonHousehold is the household that a person declared, and where.
type PersonHousehold struct {
	facts.HoGiaDinh
	HoSo string    `json:"hoSo"`
	Luc  time.Time `json:"luc"`
}

// PersonDecision is what somebody decided about a line of a payroll.
type PersonDecision struct {
	Thang law.Month       `json:"thang"`
	Say   string          `json:"say"`
	Dong  payroll.VetDong `json:"dong"`
	O     string          `json:"o"`
	Ai    string          `json:"ai"`
	Luc   time.Time       `json:"luc"`
}

// PersonJoined is a record of the same person that was joined with this one; what it
// said is among the corrections.
type PersonJoined struct {
	Bo  string    `json:"bo"` // the number of the record that went
	Ai  string    `json:"ai"`
	Luc time.Time `json:"luc"`
}

// partPurposes say what each part of a record is held for.
var partPurposes = map[string]string{
	"nguoi":     "danh sách người lao động của đơn vị; kê khai D02-LT, TK1-TS",
	"quaTrinh":  "mức lương, chức danh, hợp đồng theo tháng làm căn cứ đóng BHXH",
	"suaDoi":    "biết ai đã sửa thông tin gì, khi nào",
	"chuyenVao": "dựng lại quá trình từ tệp của phần mềm trước",
	"bangLuong": "so bảng lương với danh sách để biết tăng, giảm, điều chỉnh",
	"hoSo":      "hồ sơ kê khai; hồ sơ đã ký là chứng cứ đã nộp, tệp trả về là chứng cứ cơ quan đã trả lời",
	"daKhai":    "không khai trùng cùng người, cùng tháng, cùng phương án",
	"dotHuong":  "tính số ngày ốm đau, thai sản, dưỡng sức còn được hưởng; không ghi tên bệnh",
	"quyetDinh": "nhớ dòng bảng lương nào là của ai, không phải hỏi lại mỗi tháng",
	"gopNguoi":  "tách lại được hai bản ghi đã gộp nhầm",
	"hoGiaDinh": "điền sẵn thành viên hộ gia đình cho tờ khai sau của người này; không giữ dân tộc",
}

// ShowPerson gathers what is held of a person, and writes down that it was looked at.
func (o *Office) ShowPerson(ctx context.Context, id string) (PersonRecord, error) {
	r, err := o.personRecord(ctx, id)
	if err != nil {
		return r, err
	}
	return r, o.deed(ctx, storage.Deed{What: "nguoi.xem", Ref: id, People: 1})
}

func (o *Office) personRecord(ctx context.Context, id string) (PersonRecord, error) {
	s, err := o.store.Subject(ctx, id)
	if err != nil {
		return PersonRecord{}, err
	}
	dv, err := o.store.DonVi(ctx, s.MaSoThue)
	if err != nil {
		return PersonRecord{}, err
	}
	rule, err := o.store.Retention(ctx, s.MaSoThue)
	if err != nil {
		return PersonRecord{}, err
	}
	r := PersonRecord{
		ID: id, DonVi: dv.Ten, LapLuc: o.now().UTC().Truncate(time.Second), Nguoi: s.History[len(s.History)-1].Who,
		QuaTrinh: []PersonHeld{}, SuaDoi: []PersonCorrection{}, BangLuong: s.Payrolls, HoSo: []PersonDossier{}, DaKhai: []PersonSent{},
		DotHuong: []PersonBenefit{}, ChuyenVao: []PersonMoved{}, QuyetDinh: []PersonDecision{}, GopNguoi: []PersonJoined{}, ThoiGian: PersonCareer{s.Career.MonthsBefore, s.Career.Heavy},
		DeLamGi: partPurposes, HanLuu: RetentionSay(rule), TraLoi: o.replySay(),
	}
	if r.BangLuong == nil {
		r.BangLuong = []storage.PayrollLine{}
	}
	if err := o.addMoved(ctx, s, &r); err != nil {
		return PersonRecord{}, err
	}
	for _, h := range s.History {
		r.QuaTrinh = append(r.QuaTrinh, PersonHeld{h.Who, h.Source, h.At})
	}
	for _, c := range s.Corrections {
		r.SuaDoi = append(r.SuaDoi, PersonCorrection{c.At, c.Who, c.Source, c.Was})
	}
	for _, d := range s.Dossiers {
		x := PersonDossier{ID: d.ID, Ten: titleOf(d.Dossier), Trang: d.State.Say(), SoHoSo: d.SoHoSo, GiayTo: d.Papers, TraVe: []PersonFile{}, Dong: []PersonRow{}}
		if x.GiayTo == nil {
			x.GiayTo = []string{}
		}
		if !d.SignedAt.IsZero() {
			x.KyLuc = &d.SignedAt
		}
		for _, f := range d.Received {
			x.TraVe = append(x.TraVe, PersonFile{f.Name, howWords[f.How], f.SHA256, f.At})
		}
		for _, row := range s.Rows {
			if row.DossierID == d.ID {
				x.Dong = append(x.Dong, PersonRow{row.Form, row.Table, row.Data})
			}
		}
		r.HoSo = append(r.HoSo, x)
	}
	if h := s.Household; !h.At.IsZero() {
		r.HoGiaDinh = &PersonHousehold{h.HoGiaDinh, h.Source, h.At}
	}
	for _, l := range s.Ledger {
		r.DaKhai = append(r.DaKhai, PersonSent{l.Month, ledgerWords(l.LedgerKey), l.DossierID, l.State.Say()})
	}
	all, err := decidedOf(s.Decisions)
	if err != nil {
		return PersonRecord{}, err
	}
	for _, d := range all {
		r.QuyetDinh = append(r.QuyetDinh, PersonDecision{d.Thang, d.Say(), d.Dong, d.O, d.Ai, d.Luc})
	}
	for _, j := range s.Joined {
		r.GopNguoi = append(r.GopNguoi, PersonJoined{j.Gone, j.Who, j.At})
	}
	for _, b := range s.Benefits {
		r.DotHuong = append(r.DotHuong, PersonBenefit{b.DotHuong, b.State.Say(), b.Source.Say(), b.DossierID})
	}
	return r, nil
}

// RetentionSay puts a rule into words; what nobody has set is said so.
func RetentionSay(r storage.Retention) string {
	person, dossier := "chưa đặt", "chưa đặt"
	if r.PersonMonths > 0 {
		person = fmt.Sprintf("%d tháng sau khi nghỉ việc", r.PersonMonths)
	}
	if r.DossierMonths > 0 {
		dossier = fmt.Sprintf("%d tháng sau khi ký", r.DossierMonths)
	}
	return "dữ liệu của người: " + person + "; hồ sơ đã ký: " + dossier
}

// replyFigure is the term for answering a person's request, in working days.
const replyFigure = "han-tra-loi-chu-the-du-lieu"

// replySay says until when a request that comes today is to be answered.
func (o *Office) replySay() string {
	v, ok := law.Get(replyFigure, o.Today())
	if !ok {
		return ""
	}
	due := o.Today()
	for left := v.Amount; left > 0; {
		due = due.Add(1)
		if wd := due.Weekday(); wd != 0 && wd != 6 {
			left--
		}
	}
	return fmt.Sprintf("Yêu cầu nhận hôm nay phải được phản hồi trong %d %s, chậm nhất ngày %s (chưa trừ ngày nghỉ lễ). Căn cứ: %s.", v.Amount, v.Unit, due, v.Basis)
}
