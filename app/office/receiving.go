package office

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

// ErrNotSaid: nobody has said what became of the dossier, and the file does not.
var ErrNotSaid = errors.New("nobody has said what became of the dossier")

// ErrEmptyFile: the file has nothing in it.
var ErrEmptyFile = errors.New("file is empty")

// Incoming is a file that came back about a dossier, or what somebody was told.
type Incoming struct {
	Name    string
	Data    []byte
	Dossier string         // what somebody chose; "" finds it
	As      tralai.KetLuan // what somebody says it means; "" takes what the file itself says
	ByHand  bool           // Data is what somebody typed
}

// Match is a dossier that a file may be about.
type Match struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Why   string `json:"why"`
	Sure  bool   `json:"sure"` // by a number that only it has
}

// Taken tells what became of a file.
type Taken struct {
	Name    string
	Said    tralai.Giay
	Matches []Match // surest first
	Dossier string  // with which it is kept, "" where nobody knows yet
	Again   bool    // the very same file was kept before
	Seal    Seal
	Moved   storage.State // where the dossier stands because of it; "" where nothing moved
	Found   []Finding     // what stands against it, or somebody should look at
}

// statementForm is the agency's monthly statement, which is of no dossier.
const statementForm = "C12-TS"

// Receive takes a file in: it finds the dossier that it is about, judges its
// signatures, and keeps it with the dossier for good. A file of which nobody can tell
// for sure is not kept: Matches are to be asked about, and it is given again with
// Dossier. A dossier that no gateway follows moves on by what the file says in a field
// of its own, or what somebody says with As.
func (o *Office) Receive(ctx context.Context, in Incoming) (Taken, error) {
	ctx = o.acting(ctx)
	t := Taken{Name: filepath.Base(in.Name)}
	fail := func(err error) (Taken, error) { return t, fmt.Errorf("receive file: %w", err) }
	switch {
	case len(in.Data) == 0:
		return fail(ErrEmptyFile)
	case len(in.Data) > storage.MaxReceived:
		return fail(storage.ErrTooBig)
	}
	words, err := o.wordsOf(ctx, in, &t)
	if err != nil {
		return fail(err)
	}
	t.Said = tralai.DocGiay(words)
	if bytes.Contains(words, []byte(statementForm)) || strings.Contains(strings.ToUpper(t.Name), "C12") {
		t.Found = append(t.Found, Finding{Field: t.Name, Level: form.Nhac, Say: "Tệp này có vẻ là thông báo C12-TS của tháng: nhập vào màn hình Đối chiếu C12, hoặc bhxh c12 import TỆP, để so từng người"})
	}
	if in.ByHand {
		t.Said.LyDo = []tralai.LyDo{{Loi: string(in.Data)}}
	}
	refs, err := o.store.SentRefs(ctx)
	if err != nil {
		return fail(err)
	}
	if t.Matches, err = o.matches(ctx, t.Said, refs); err != nil {
		return fail(err)
	}
	ref, ok := o.choose(in, &t, refs)
	if !ok {
		return t, nil
	}
	if t.Seal, err = o.seal(ctx, t.Name, in.Data); err != nil {
		return fail(err)
	}
	if t.Seal.State == SealBroken {
		t.Found = append(t.Found, Finding{Field: t.Name, Level: form.Nhac, Say: "Chữ ký của tệp không đạt: " + t.Seal.Say + " Tệp vẫn được giữ cùng nhận xét này; hỏi lại cơ quan BHXH trước khi dựa vào nó"})
	}
	if err := o.keepReceived(ctx, ref, in, &t); err != nil {
		return fail(err)
	}
	t.Dossier = ref.DossierID
	return t, o.moveOn(ctx, ref, in, words, &t)
}

func (o *Office) keepReceived(ctx context.Context, ref storage.SentRef, in Incoming, t *Taken) error {
	doc, err := json.Marshal(t.Said)
	if err != nil {
		return err
	}
	seal, err := json.Marshal(t.Seal)
	if err != nil {
		return err
	}
	how := storage.CameAsFile
	if in.ByHand {
		how = storage.CameInPerson
	}
	_, t.Again, err = o.store.PutReceived(ctx, storage.Received{DossierID: ref.DossierID, Name: t.Name, How: how, Bytes: in.Data, Doc: doc, Signatures: seal})
	return err
}

// wordsOf are the words of a file: of a PDF those that pdftotext reads. A PDF whose
// words nobody can read is kept all the same, if somebody says of which dossier it is.
func (o *Office) wordsOf(ctx context.Context, in Incoming, t *Taken) ([]byte, error) {
	switch kindOf(in.Data) {
	case kindXML:
		return in.Data, nil
	case kindPDF:
		words, err := pdfLines(ctx, in.Data)
		if errors.Is(err, ErrNoPDFText) || errors.Is(err, ErrPDFText) {
			t.Found = append(t.Found, Finding{Field: t.Name, Level: form.Nhac, Say: Say(err)})
			return nil, nil
		}
		return words, err
	}
	words, err := plainUTF8(in.Data)
	if err != nil || bytes.IndexByte(words, 0) >= 0 {
		t.Found = append(t.Found, Finding{Field: t.Name, Level: form.Nhac, Say: "Không đọc được chữ trong tệp này (ảnh, hoặc loại tệp khác XML, JSON, PDF, văn bản UTF-8): số hồ sơ và lý do phải tự nhập"})
		return nil, nil
	}
	return words, nil
}

// matches are the dossiers that a file may be about: by số hồ sơ, key or mã giao dịch,
// else by employer, procedure and period.
func (o *Office) matches(ctx context.Context, g tralai.Giay, refs []storage.SentRef) (out []Match, err error) {
	units := map[string]string{} // mã đơn vị by tax code
	all, err := o.store.DonVis(ctx)
	if err != nil {
		return nil, err
	}
	for _, dv := range all {
		units[dv.MaSoThue] = dv.MaDonVi
	}
	for _, r := range refs {
		m := Match{ID: r.DossierID, Title: titleOf(storage.Dossier{Procedure: r.Procedure, Month: r.Month, Dot: r.Dot}), Sure: true}
		switch {
		case g.SoHoSo != "" && g.SoHoSo == r.SoHoSo:
			m.Why = "cùng số hồ sơ " + g.SoHoSo
		case g.Khoa != "" && g.Khoa == r.Key:
			m.Why = "cùng mã gửi"
		case g.MaGiaoDich != "" && g.MaGiaoDich == receiptID(r.Receipt):
			m.Why = "cùng mã giao dịch " + g.MaGiaoDich
		case slices.Contains(g.NhieuSo, r.SoHoSo) && r.SoHoSo != "":
			m.Why, m.Sure = "tệp nêu nhiều số hồ sơ, có "+r.SoHoSo, false
		case g.SoHoSo != "" && r.SoHoSo != "", g.Ky != r.Month || g.ThuTuc == "" || g.ThuTuc != r.Procedure:
			continue
		case g.MaSoThue != "" && g.MaSoThue == r.MaSoThue, g.MaDonVi != "" && g.MaDonVi == units[r.MaSoThue]:
			m.Why, m.Sure = "cùng đơn vị, thủ tục và kỳ", false
		default:
			continue
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b Match) int {
		switch {
		case a.Sure == b.Sure:
			return 0
		case a.Sure:
			return -1
		}
		return 1
	})
	return out, nil
}

// choose is the dossier that a file is kept with: the one chosen, unless the file
// names another beyond doubt, else the only sure match.
func (o *Office) choose(in Incoming, t *Taken, refs []storage.SentRef) (storage.SentRef, bool) {
	var sure []string
	for _, m := range t.Matches {
		if m.Sure {
			sure = append(sure, m.ID)
		}
	}
	against := func(level form.Level, say string, args ...any) {
		t.Found = append(t.Found, Finding{Field: t.Name, Level: level, Say: fmt.Sprintf(say, args...)})
	}
	id := in.Dossier
	if id == "" && len(sure) == 1 {
		id = sure[0]
	}
	at := slices.IndexFunc(refs, func(r storage.SentRef) bool { return r.DossierID == id })
	switch {
	case id == "" && len(t.Matches) == 0:
		against(form.Loi, "Chưa nhận: không thấy hồ sơ đã ký nào mà tệp này nói tới. Chọn hồ sơ rồi nhập lại")
	case id == "":
		against(form.Loi, "Chưa nhận: chưa chắc tệp này của hồ sơ nào. Chọn một trong %d hồ sơ rồi nhập lại", len(t.Matches))
	case at < 0:
		against(form.Loi, "Chưa nhận: hồ sơ %s chưa ký, hoặc không có", id)
	case in.Dossier != "" && len(sure) > 0 && !slices.Contains(sure, id):
		against(form.Loi, "Chưa nhận: tệp này là của hồ sơ %s (%s), không phải của %s", t.Matches[0].ID, t.Matches[0].Why, id)
	case t.Said.SoHoSo != "" && refs[at].SoHoSo != "" && t.Said.SoHoSo != refs[at].SoHoSo:
		against(form.Loi, "Chưa nhận: tệp ghi số hồ sơ %s, hồ sơ %s có số %s", t.Said.SoHoSo, id, refs[at].SoHoSo)
	default:
		return refs[at], true
	}
	return storage.SentRef{}, false
}

// reasonBytes is what the event of a return keeps: the file where its reasons are
// readable from it, else the reasons as words.
func reasonBytes(in Incoming, words []byte, g tralai.Giay) []byte {
	if len(in.Data) <= storage.MaxAnswer && kindOf(in.Data) != kindPDF {
		return in.Data
	}
	var out []string
	for _, l := range g.LyDo {
		out = append(out, l.Loi)
	}
	if len(out) == 0 {
		return words[:min(len(words), storage.MaxAnswer)]
	}
	return []byte(strings.Join(out, "\n"))
}
