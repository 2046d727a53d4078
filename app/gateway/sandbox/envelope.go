package sandbox

import (
	"encoding/base64"
	"regexp"
	"strings"
)

// envelopeName is the only file name a package may have.
const envelopeName = "BHXHDienTu.xml"

// envelope is what is read out of a package.
type envelope struct {
	name   string            // of the file
	values map[string]string // by element name under the three heads
	files  []envelopeFile
	use    *UseNotice // of 04, 05, 06-IVAN
	signed bool
}

type envelopeFile struct {
	maToKhai, moTa, tenFile, loaiFile, doDai, base64 string
	content                                          []byte
	line                                             int
}

// leaf is one element with text: its name, longest text, and shape.
type leaf struct {
	name  string
	max   int
	may   bool // may be empty
	ask   bool // empty is a reminder only
	shape *regexp.Regexp
	like  string
}

var (
	digits     = regexp.MustCompile(`^[0-9]{1,9}$`)
	unitCode   = regexp.MustCompile(`^[A-Z0-9]{5,12}$`)
	taxCode    = regexp.MustCompile(`^([0-9]{10}(-?[0-9]{3})?|[0-9]{12})$`)
	agencyCode = regexp.MustCompile(`^[0-9]{3,5}$`)
)

// The heads of the envelope in their order, each with its leaves in order.
var heads = []struct {
	name   string
	leaves []leaf
}{
	{"ThongTinIVAN", []leaf{{name: "MaIVAN", max: 5}, {name: "TenIVAN", max: 200}}},
	{"ThongTinDonVi", []leaf{
		{name: "TenDoiTuong", max: 255},
		{name: "MaSoBHXH", max: 20, shape: unitCode, like: "YN0001A"},
		{name: "LoaiDoiTuong", max: 9, shape: digits, like: "1"},
		{name: "MaSoThue", max: 14, shape: taxCode, like: "0100109106"},
		{name: "NguoiKy", max: 100},
		{name: "DienThoai", max: 20, ask: true},
		{name: "CoQuanQuanLy", max: 5, shape: agencyCode, like: "07906"},
	}},
	{"ThongTinHoSo", []leaf{
		{name: "TenThuTuc", max: 500},
		{name: "MaThuTuc", max: 10},
		{name: "KyKeKhai", max: 10},
		{name: "NgayLap", max: 10},
		{name: "SoLuongFile", max: 9, shape: digits, like: "2"},
		{name: "QuyTrinhISO", max: 50, may: true},
	}},
}

var fileLeaves = []leaf{
	{name: "MaToKhai", max: 50}, {name: "MoTaToKhai", max: 255}, {name: "TenFile", max: 255},
	{name: "LoaiFile", max: 10}, {name: "DoDaiFile", max: 12}, {name: "NoiDungFile", max: -1},
}

// readEnvelope checks well-formedness (E-XML-01) and the strict order of the
// elements (E-XML-02). It returns nil only when nothing more can be checked.
func readEnvelope(b []byte, lenient bool, l *faultList) *envelope {
	r, root := openRoot(envelopeName, "Hoso", b, lenient, l)
	if root == nil {
		return nil
	}
	env := &envelope{name: envelopeName, values: map[string]string{}}
	top := r.kids(root, "NoiDung", "CKy_Dvi")
	r.signature(top["CKy_Dvi"], env)
	body := r.kids(top["NoiDung"], "ThongTinIVAN", "ThongTinDonVi", "ThongTinHoSo")
	for _, h := range heads {
		e := body[h.name]
		if e == nil {
			continue
		}
		names := leafNames(h.leaves)
		if h.name == "ThongTinHoSo" {
			names = append(names, "ToKhais")
		}
		found := r.kids(e, names...)
		for _, f := range h.leaves {
			env.values[f.name] = r.leaf(found[f.name], f, h.name+"/"+f.name)
		}
		if t := found["ToKhais"]; t != nil {
			r.files(t, env)
		} else if h.name == "ThongTinHoSo" {
			l.add("E-XML-02", envelopeName, "ThongTinHoSo/ToKhais", "ToKhais: phải có khi nộp hồ sơ")
		}
	}
	return env
}

// openRoot reads a package as far as its root.
func openRoot(name, want string, b []byte, lenient bool, l *faultList) (reader, *elem) {
	r := reader{l: l, lenient: lenient, name: name}
	root, err := readXML(b, true)
	if err != nil {
		l.add("E-XML-01", name, "", "Tệp hồ sơ: %v", err)
		return r, nil
	}
	if want == useRoot && root.name == "Hoso" {
		l.add("E-XML-01", name, "", "Tệp hồ sơ: bố cục có phần tử gốc Hoso chưa được công bố nên cổng thực hành không đọc được; lập tờ khai theo bố cục của Quyết định 08/2015/QĐ-TTg (gốc BHXH)")
		return r, nil
	}
	if root.name != want {
		l.add("E-XML-01", name, "", "Tệp hồ sơ: phần tử gốc phải là %s, đang là %s", want, cut(root.name, 60))
		return r, nil
	}
	return r, root
}

// signature counts the signatures in the unit's node.
func (r reader) signature(node *elem, env *envelope) {
	if node == nil {
		return
	}
	env.signed = node.sign == 1
	if node.sign > 1 {
		r.l.add("E-SIG-01", r.name, node.name, "Chữ ký đơn vị: chỉ được có một chữ ký, đang có %d", node.sign)
	}
}

func leafNames(ls []leaf) (names []string) {
	for _, f := range ls {
		names = append(names, f.name)
	}
	return names
}

type reader struct {
	l       *faultList
	lenient bool
	name    string // of the file
}

// kids matches the children of e against the names in their order. A missing
// leaf is like an empty one, since .NET writers leave nulls out; a missing
// group is a fault.
func (r reader) kids(e *elem, names ...string) map[string]*elem {
	found := map[string]*elem{}
	if e == nil {
		return found
	}
	at := 0
	for _, k := range e.kids {
		i := index(names, k.name)
		switch {
		case i < 0:
			say := r.l.add
			if r.lenient {
				say = r.l.remind
			}
			say("E-XML-02", r.name, e.name, "%s: phần tử %s không có trong khuôn dạng (dòng %d); bỏ phần tử này", e.name, cut(k.name, 60), k.line)
		case found[k.name] != nil:
			r.l.add("E-XML-02", r.name, e.name, "%s: phần tử %s lặp lại (dòng %d)", e.name, k.name, k.line)
		case i < at:
			r.l.add("E-XML-02", r.name, e.name, "%s: phần tử %s sai thứ tự (dòng %d); đặt trước %s", e.name, k.name, k.line, names[at-1])
			found[k.name] = k
		default:
			found[k.name], at = k, i+1
		}
	}
	if strings.TrimSpace(e.text) != "" {
		r.l.add("E-XML-02", r.name, e.name, "%s: có chữ nằm giữa các phần tử con", e.name)
	}
	for _, n := range names {
		switch n {
		case "NoiDung", "CKy_Dvi", "DKI_BHXH", "CKYDTU_DVI", "ThongTinIVAN", "ThongTinDonVi", "ThongTinHoSo":
			if found[n] == nil {
				r.l.add("E-XML-02", r.name, e.name, "%s: phải có phần tử %s", e.name, n)
			}
		}
	}
	return found
}

func (r reader) leaf(e *elem, f leaf, where string) string {
	var s string
	if e != nil {
		s = e.text
		if len(e.kids) > 0 {
			r.l.add("E-XML-02", r.name, where, "%s: chỉ chứa chữ, không chứa phần tử con", f.name)
		}
	}
	if f.max >= 0 {
		s = strings.TrimSpace(s)
	}
	n := len([]rune(s))
	switch {
	case s == "" && f.ask:
		r.l.remind("E-XML-02", r.name, where, "%s: nên có khi nộp hồ sơ, để cơ quan BHXH liên hệ", f.name)
	case s == "" && !f.may:
		r.l.add("E-XML-02", r.name, where, "%s: phải có khi nộp hồ sơ", f.name)
	case f.max >= 0 && n > f.max:
		r.l.add("E-XML-02", r.name, where, "%s: không quá %d ký tự (đang có %d)", f.name, f.max, n)
	case s != "" && f.shape != nil && !f.shape.MatchString(s):
		r.l.add("E-XML-02", r.name, where, "%s: phải có dạng %s", f.name, f.like)
	}
	return s
}

func (r reader) files(t *elem, env *envelope) {
	for _, k := range t.kids {
		if k.name != "FileToKhai" {
			r.l.add("E-XML-02", r.name, "ToKhais", "ToKhais: phần tử %s không có trong khuôn dạng (dòng %d); bỏ phần tử này", cut(k.name, 60), k.line)
			continue
		}
		found := r.kids(k, leafNames(fileLeaves)...)
		v := map[string]string{}
		for _, f := range fileLeaves {
			v[f.name] = r.leaf(found[f.name], f, "FileToKhai/"+f.name)
		}
		env.files = append(env.files, envelopeFile{
			maToKhai: v["MaToKhai"], moTa: v["MoTaToKhai"], tenFile: v["TenFile"], loaiFile: v["LoaiFile"],
			doDai: v["DoDaiFile"], base64: v["NoiDungFile"], line: k.line,
		})
	}
}

// decode fills content; false where the text is not one line of base64.
func (f *envelopeFile) decode() bool {
	if strings.ContainsAny(f.base64, " \t\r\n") {
		return false
	}
	b, err := base64.StdEncoding.Strict().DecodeString(f.base64)
	f.content = b
	return err == nil
}

func index(names []string, name string) int {
	for i, n := range names {
		if n == name {
			return i
		}
	}
	return -1
}
