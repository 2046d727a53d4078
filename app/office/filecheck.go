package office

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/giamdinh"
	"ankhai/forms/xmlfile"
)

// FileCheck is how a file of whatever program is filled in. Who signed it Verify tells.
type FileCheck struct {
	What    string // what the file is
	Known   bool   // its content is one that can be checked
	Say     string // what came of it, or why nothing was checked
	Level   Level
	Faults  []FileFault // what blocks stands first
	More    int         // places of faults that are not listed
	Checked []string    // what was looked at
	Open    []string    // what nobody looked at
	Table   bool        // a table of giám định by itself, which travels in a package
}

// ExamineFile checks how a file is filled in that came from anywhere: a declaration, a
// package of them, a package or a table of giám định. One that holds nothing to be
// filled in says so. Nothing is kept.
func (o *Office) ExamineFile(ctx context.Context, name string, data []byte) (FileCheck, error) {
	switch kindOf(data) {
	case kindPDF:
		return FileCheck{What: "Tệp PDF", Say: "Tệp PDF không có ô để kiểm, chỉ xét chữ ký."}, nil
	case kindOther:
		if isUTF16(data) {
			return FileCheck{}, fmt.Errorf("examine file: %w", ErrEncoding)
		}
		return FileCheck{}, fmt.Errorf("examine file: %w", ErrFileKind)
	}
	x := &fileExam{o: o}
	root := rootOf(data)
	switch {
	case root == giamdinh.Ten || giamdinh.BangCuaGoc(root) != nil:
		if err := x.assessment(name, data); err != nil {
			return FileCheck{}, fmt.Errorf("examine file: %w", err)
		}
	default:
		x.declarations(ctx, data)
	}
	x.conclude()
	return x.out, ctx.Err()
}

// envelopeName is how faults call a package.
const envelopeName = "BHXHDienTu"

// isEnvelope reports whether declarations are packed in a file. One that registers for
// an I-VAN has such a part as well.
func isEnvelope(data []byte) bool { return bytes.Contains(data, []byte("<FileToKhai>")) }

// isPackage reports whether a file that could not be read as a declaration is a package.
func isPackage(data []byte, err error) bool {
	return err != nil && isEnvelope(data)
}

// rootOf is the name of the first element, "" where there is none.
func rootOf(data []byte) string {
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, byteOrderMark)))
	for {
		t, err := d.RawToken()
		if err != nil {
			return ""
		}
		if start, ok := t.(xml.StartElement); ok {
			return start.Name.Local
		}
	}
}

// fileExam gathers what is found in one file.
type fileExam struct {
	o   *Office
	out FileCheck
}

// declarations checks a declaration by itself, or a package. What is neither has nothing
// to be checked.
func (x *fileExam) declarations(ctx context.Context, data []byte) {
	doc, w, faults, err := examineDeclaration(data, x.o.now())
	switch {
	case isPackage(data, err):
		x.pack(ctx, data)
		return
	case err != nil:
		x.out.What, x.out.Say = "Tệp XML", "Chưa kiểm cách điền. "+Say(err)
		return
	}
	x.out.What = fmt.Sprintf("Tờ khai %s, theo tệp %s, %d dòng", doc.Form.ID, w.File, len(doc.Rows))
	x.declaration("", doc, w, faults)
	x.out.Open = append(x.out.Open, headNotInFile, alikeNotChecked)
}

// What a file by itself does not let anybody check.
const (
	headNotInFile   = "Phần đầu của mẫu, vì tệp này không mang theo."
	alikeNotChecked = "So với danh sách người lao động và các hồ sơ đã gửi: chỉ làm khi lập hồ sơ trong chương trình này."
)

// declaration takes what was found in a declaration; in is its name in a package.
func (x *fileExam) declaration(in string, doc *form.Doc, w *form.Wire, faults []form.Fault) {
	x.out.Known = true
	for _, f := range faults {
		x.out.Faults = append(x.out.Faults, faultInFile(in, doc, f))
	}
	x.out.Checked = append(x.out.Checked, fmt.Sprintf("%s: đủ và đúng thứ tự các phần, mọi ô và mọi dòng theo quy tắc của %s.", w.File, doc.Form.ID))
}

// pack checks a package: its cover, and every declaration in it.
func (x *fileExam) pack(ctx context.Context, data []byte) {
	h, odds, err := xmlfile.ReadEnvelope(data)
	x.out.Known = true
	if err != nil {
		x.out.What = "Gói hồ sơ"
		x.whole("", "Không đọc được gói này. "+Say(errors.Join(err, ErrUnreadable)))
		return
	}
	x.out.What = fmt.Sprintf("Gói hồ sơ của %s, mã số thuế %s, kỳ %s, %d tệp", h.DonVi.Ten, h.DonVi.MaSoThue, h.KyKeKhai, len(h.Files))
	for _, f := range faultsOf(odds, envelopeName, "") {
		x.out.Faults = append(x.out.Faults, faultInFile("", nil, f))
	}
	if len(h.Files) > maxFiles || len(data) > maxBytes {
		x.out.Faults = append(x.out.Faults, FileFault{Place: "Cả gói", Say: Say(ErrTooBig)})
	}
	x.out.Checked = append(x.out.Checked, "Bìa gói: các phần, số tệp, độ dài, tên và mã của từng tệp.")
	for _, f := range h.Files {
		if ctx.Err() != nil {
			return
		}
		x.packed(f)
	}
	x.out.Open = append(x.out.Open, "Các tờ khai trong gói so với nhau.", alikeNotChecked)
}

// packed checks one file of a package.
func (x *fileExam) packed(f xmlfile.File) {
	if kindOf(f.Content) != kindXML {
		x.out.Open = append(x.out.Open, f.TenFile+": giấy tờ kèm theo, không có ô để kiểm.")
		return
	}
	doc, w, faults, err := examineDeclaration(f.Content, x.o.now())
	if err != nil {
		x.whole(f.TenFile, Say(err))
		return
	}
	x.declaration(f.TenFile, doc, w, faults)
}

// whole is a fault of a file as a whole.
func (x *fileExam) whole(place, say string) {
	if place == "" {
		place = wholeFile
	}
	x.out.Faults = append(x.out.Faults, FileFault{Place: place, Say: say, Bad: true})
}

// assessment checks a package of giám định, or one of its tables.
func (x *fileExam) assessment(name string, data []byte) error {
	r, err := giamdinh.Check(name, bytes.NewReader(data), x.o.Today())
	if err != nil {
		return err
	}
	x.assessed(r)
	x.out.Table = r.Loai != giamdinh.Ten
	return nil
}

// assessed takes what was found in a package of giám định or in a table of one.
func (x *fileExam) assessed(r giamdinh.BaoCao) {
	x.out.Known, x.out.More = true, r.Con
	x.out.What = fmt.Sprintf("Bảng %s của hồ sơ giám định BHYT, %d dòng", r.Loai, r.Bang[r.Loai])
	if r.Loai == giamdinh.Ten {
		x.out.What = fmt.Sprintf("Gói giám định BHYT của cơ sở %s, %d hồ sơ: %s", cmp.Or(r.Goi.MaCSKCB, "chưa rõ"), r.Goi.SoHoSo, tablesIn(r))
	}
	for _, f := range r.Faults {
		x.out.Faults = append(x.out.Faults, faultInFile("", nil, f))
	}
	x.out.Checked = append(x.out.Checked, "Bìa gói, từng bảng, từng trường, và các bảng của mỗi hồ sơ so với nhau.")
	x.out.Open = append(x.out.Open, "Điều cơ quan giám định xét mà chưa có văn bản công bố; bảng chưa chắc thì chỉ nhắc.")
}

// tablesIn are the tables of a package with their rows.
func tablesIn(r giamdinh.BaoCao) string {
	var tables []string
	for _, b := range giamdinh.Bangs() {
		if n := r.Bang[b.Ma]; n > 0 {
			tables = append(tables, fmt.Sprintf("%s %d dòng", b.Ma, n))
		}
	}
	return cmp.Or(strings.Join(tables, ", "), "không có bảng nào đọc được")
}

// conclude puts what blocks first, and says what came of it.
func (x *fileExam) conclude() {
	if !x.out.Known {
		return
	}
	bad := 0
	var first, then []FileFault
	for _, f := range x.out.Faults {
		if f.Bad {
			bad += max(1, f.Places)
			first = append(first, f)
		} else {
			then = append(then, f)
		}
	}
	x.out.Faults = append(first, then...)
	switch {
	case bad > 0:
		x.out.Level, x.out.Say = Red, fmt.Sprintf("%d chỗ phải sửa trước khi nộp", bad)
	case len(then) > 0:
		x.out.Level, x.out.Say = Yellow, fmt.Sprintf("Không có lỗi, %d điều nên xem lại", len(then))
	default:
		x.out.Level, x.out.Say = Green, "Không thấy lỗi nào"
	}
}
