package office

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/lichsu"
	"ankhai/forms/sheet"
	"ankhai/forms/tk1ts"
	"ankhai/forms/xmlfile"
	"ankhai/signing"
	"ankhai/signing/xmlsig"
)

// Codes of problems of XML files; they are public and never get another meaning.
const (
	xmlElement  = "LSX-01" // an element that the layout does not have, or whose value cannot be read
	xmlPhuongAn = "LSX-02" // a row without a phương án, or with one that is not in the list
	xmlNoForm   = "LSX-03" // a file of a package that is no form which the program knows
)

// maxNestedXML bounds packages inside packages: a package holds declarations, no more.
const maxNestedXML = 1

// xml reads a declaration, or a package with declarations in it.
func (r *movedReader) xml(ctx context.Context) error {
	judged, err := r.signature(ctx)
	if err != nil {
		return err
	}
	r.out.Signature = judged.say
	if judged.broken && !slices.Contains(r.keep, r.out.Name) {
		r.out.Say = "Chữ ký không hợp lệ: " + judged.say + " Lấy lại tệp gốc; nếu đã xem và vẫn dùng thì cho biết tệp này đúng (" + r.out.Name + ")."
		return nil
	}
	return r.declarations("", r.in.Data, 0, 0)
}

// declarations reads one XML file; in is the name of the file inside a package.
func (r *movedReader) declarations(in string, data []byte, month law.Month, depth int) error {
	if depth < maxNestedXML && isEnvelope(data) {
		return r.pack(data, depth)
	}
	doc, w, odds, err := xmlfile.Decode(data)
	if err != nil {
		return fmt.Errorf("read declaration: %w: %w", err, ErrUnreadable)
	}
	if slices.ContainsFunc(odds, func(x xmlfile.Odd) bool { return x.Kind == xmlfile.OddBroken }) {
		return fmt.Errorf("read declaration: %w: broken off", ErrUnreadable)
	}
	for _, x := range odds {
		r.problem(in, x.Path, xmlElement, form.Nhac, fmt.Sprintf("%s (dòng %d của tệp)", x.Say, x.Line))
	}
	if r.out.Kind == "" {
		r.out.Kind = w.File
	}
	if month == 0 {
		month = r.out.Hint
	}
	r.of(month, false)
	for i, row := range doc.Rows {
		r.row(in, doc, w, i, row, month)
	}
	return nil
}

// pack reads the declarations of a package. One of another employer is not taken.
func (r *movedReader) pack(data []byte, depth int) error {
	h, odds, err := xmlfile.ReadEnvelope(data)
	if err != nil {
		return fmt.Errorf("read package: %w: %w", err, ErrUnreadable)
	}
	if slices.ContainsFunc(odds, func(x xmlfile.Odd) bool { return x.Kind == xmlfile.OddBroken }) {
		return fmt.Errorf("read package: %w: broken off", ErrUnreadable)
	}
	if of := strings.TrimSpace(h.DonVi.MaSoThue); of != "" && of != r.mst {
		r.out.Say = "Gói của đơn vị khác: mã số thuế trong gói là " + of + ". Chọn đúng đơn vị rồi chuyển vào."
		return nil
	}
	for _, x := range odds {
		r.problem("", x.Path, xmlElement, form.Nhac, fmt.Sprintf("%s (dòng %d của tệp)", x.Say, x.Line))
	}
	r.out.Kind = "BHXHDienTu.xml"
	r.of(h.KyKeKhai, false)
	for _, f := range h.Files {
		if kindOf(f.Content) != kindXML {
			continue // a paper that was attached
		}
		if err := r.declarations(f.TenFile, f.Content, h.KyKeKhai, depth+1); err != nil {
			r.problem(f.TenFile, "", xmlNoForm, form.Loi, "Không đọc được tờ khai này trong gói. "+Say(err))
		}
	}
	return nil
}

// row takes what a row says. Only D02 tells of months; the other forms tell who
// somebody is.
func (r *movedReader) row(in string, doc *form.Doc, w *form.Wire, i int, row form.Row, month law.Month) {
	at := placeInXML(in, w, i)
	l := movedLine{Noi: at, Loai: lichsu.NhanThan}
	switch doc.Form.ID {
	case "D02-LT":
		pa := d02lt.PhuongAn.Get(row)
		if !knownPhuongAn(pa) {
			say := "Dòng không ghi phương án. Chỉ lấy nhân thân"
			if pa != "" {
				say = "Không có mã " + pa + " trong danh mục Phương án. Chỉ lấy nhân thân"
			}
			r.problem("", at, xmlPhuongAn, form.Loi, say)
			l.NguoiLaoDong = d02lt.Nguoi(row)
			break
		}
		l.Loai, l.PhuongAn, l.NguoiLaoDong = lichsu.KhaiPhuongAn, pa, d02lt.Nguoi(row)
		l.Tu, l.Den = month, d02lt.DenThang.Get(row)
		if m := d02lt.TuThang.Get(row); m.Valid() {
			l.Tu = m
		}
	case "TK1-TS":
		l.NguoiLaoDong = tk1ts.Nguoi(row)
	default:
		l.NguoiLaoDong = personIn(doc.Form.Table, row)
	}
	l.TuThang, l.TrangThai = 0, ""
	if p := l.NguoiLaoDong; p.HoTen == "" && p.MaSoBHXH == "" && p.SoCCCD == "" || l.Loai == lichsu.NhanThan && p == (facts.NguoiLaoDong{HoTen: p.HoTen}) {
		return // a row about nobody
	}
	r.out.Dong = append(r.out.Dong, l)
}

// placeInXML names the element of a row: "D02-TS-595.xml: D02-TS/NoiDung/LaoDong[2]".
func placeInXML(in string, w *form.Wire, i int) string {
	at := w.Root + rowPath(w.Body) + "[" + strconv.Itoa(i+1) + "]"
	if in != "" {
		return path.Base(in) + ": " + at
	}
	return at
}

// rowPath finds the elements in which the rows of a layout stand.
func rowPath(body []form.Elem) string {
	for i := range body {
		e := &body[i]
		if e.Repeat == form.EachRow {
			return "/" + e.Name
		}
		if e.Kids != nil {
			if below := rowPath(e.Kids); below != "" {
				return "/" + e.Name + below
			}
		}
	}
	return ""
}

func (r *movedReader) problem(in, at, code string, level form.Level, say string) {
	r.problems = append(r.problems, FileProblem{r.out.Name, sheet.Problem{Sheet: in, Cell: at, Code: code, Level: level, Message: say}})
}

// judgedFile is what is said of the signatures of a file.
type judgedFile struct {
	say    string
	broken bool // somebody signed, and what stands there is not what they signed
}

// signature judges the signatures of a file and of the declarations in it: whether what
// was signed still stands there, then who vouches for the signer.
func (r *movedReader) signature(ctx context.Context) (judgedFile, error) {
	outer, err := xmlsig.Verify(r.in.Data, xmlsig.Policy{})
	if err != nil {
		return judgedFile{}, err
	}
	reports := []signing.Report{outer}
	if isEnvelope(r.in.Data) {
		if h, _, err := xmlfile.ReadEnvelope(r.in.Data); err == nil {
			for _, f := range h.Files {
				if kindOf(f.Content) != kindXML {
					continue
				}
				inner, err := xmlsig.Verify(f.Content, xmlsig.Policy{})
				if err != nil {
					return judgedFile{}, err
				}
				reports = append(reports, inner)
			}
		}
	}
	signed := false
	for _, x := range reports {
		if len(x.Signatures) > 0 && !x.Valid() {
			return judgedFile{x.Say(), true}, nil
		}
		signed = signed || len(x.Signatures) > 0
	}
	if !signed {
		return judgedFile{say: "chưa ký"}, nil
	}
	if len(outer.Signatures) == 0 {
		return judgedFile{say: "gói chưa ký, tờ khai bên trong có chữ ký còn nguyên vẹn"}, nil
	}
	s := outer.Signatures[0]
	out := judgedFile{say: "đã ký, còn nguyên vẹn: " + s.Signer}
	if s.TaxCode != "" {
		out.say += " (" + s.TaxCode + ")"
	}
	full, err := r.office.Verify(ctx, VerifyInput{Name: r.in.Name, Data: r.in.Data})
	if err != nil {
		return out, err
	}
	if why := full.Say(); why != "" {
		out.say += "; " + why
	} else if why = full.Reservation(); why != "" {
		out.say += "; " + why
	}
	return out, nil
}
