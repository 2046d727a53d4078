package giamdinh

import (
	"encoding/base64"
	"io"
	"strconv"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/xmlfile"
)

// Where a package is signed: the element, and its path as signers want it.
const (
	SignNode = "CHUKYDONVI"
	SignPath = Ten + "/" + SignNode
)

// Limits of reading.
const (
	MaxFile  = 512 << 20 // of a package
	MaxTep   = 16 << 20  // of a table inside, and of its text in memory
	MaxHoSo  = 48 << 20  // of all the tables of a dossier
	maxToken = MaxTep/3*4 + 1<<10
	maxChu   = 1 << 10 // of a text in the envelope
	maxBang  = 32      // tables in a dossier
)

// Goi is what a package says of itself.
type Goi struct {
	MaCSKCB string
	NgayLap string // as written
	SoLuong string // SOLUONGHOSO, as written
	SoHoSo  int    // how many came
	DaKy    bool   // the signature node holds something; whether it is valid is not asked
}

// HoSo is a dossier: the tables of one visit.
type HoSo struct {
	So  int // from 1
	Tep []Tep
}

// Tep is one table of a dossier as it travels.
type Tep struct {
	Loai    string // LOAIHOSO
	NoiDung []byte // the XML; nil where it could not be had
}

// Read reads a package from a stream and hands over each dossier as it comes,
// unread. name stands in the places of the faults, which are those of the envelope;
// the tables are not looked at. The error is of the stream.
func Read(name string, r io.Reader, each func(HoSo)) (Goi, []form.Fault, error) {
	src := &nguon{r: r}
	g := &gom{}
	x := goiReader{phanTu: &phanTu{t: xmlfile.NewTokens(src, MaxFile, maxToken), g: g, noi: noi{tep: name}}, each: each}
	if root := x.root(); x.err == nil && root != Ten {
		x.loi("02", ngan(root), "Phần tử gốc không phải "+Ten+". Chọn đúng tệp")
	} else if x.err == nil {
		x.read()
		x.end()
	}
	x.close()
	return x.goi, g.faults, src.err
}

// nguon remembers why a stream failed.
type nguon struct {
	r   io.Reader
	err error
}

func (s *nguon) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

type goiReader struct {
	*phanTu
	goi  Goi
	each func(HoSo)
	ho   HoSo
	size int // bytes of the tables of the dossier being read
}

// close turns the error of reading into a fault.
func (x *goiReader) close() {
	if x.err != nil {
		x.loi("01", "", x.why())
	}
}

// truongGoi is one element of the envelope and what reads it.
type truongGoi struct {
	name string
	many bool
	read func()
}

func (x *goiReader) read() {
	x.nhom([]truongGoi{
		{name: "THONGTINDONVI", read: func() { x.nhom([]truongGoi{x.chu("MACSKCB", &x.goi.MaCSKCB)}) }},
		{name: "THONGTINHOSO", read: func() {
			x.nhom([]truongGoi{
				x.chu("NGAYLAP", &x.goi.NgayLap),
				x.chu("SOLUONGHOSO", &x.goi.SoLuong),
				{name: "DANHSACHHOSO", read: func() { x.nhom([]truongGoi{{name: "HOSO", many: true, read: x.hoSo}}) }},
			})
		}},
		{name: SignNode, read: func() { x.goi.DaKy = x.skip() }},
	})
	x.dem()
}

func (x *goiReader) chu(name string, to *string) truongGoi {
	return truongGoi{name: name, read: func() {
		s, _ := x.leaf(maxChu)
		*to = strings.TrimSpace(s)
	}}
}

func (x *goiReader) hoSo() {
	x.goi.SoHoSo++
	x.noi.hoSo = x.goi.SoHoSo
	x.ho, x.size = HoSo{So: x.goi.SoHoSo}, 0
	x.nhom([]truongGoi{{name: "FILEHOSO", many: true, read: x.tep}})
	if x.err == nil && x.each != nil {
		x.each(x.ho)
	}
	x.ho, x.noi.hoSo = HoSo{}, 0
}

func (x *goiReader) tep() {
	var t Tep
	co := false
	x.nhom([]truongGoi{
		x.chu("LOAIHOSO", &t.Loai),
		{name: "NOIDUNGFILE", read: func() {
			co = true
			s, long := x.leaf(maxToken)
			t.NoiDung = x.giai(s, long)
		}},
	})
	if x.err != nil || !co {
		return
	}
	if len(x.ho.Tep) >= maxBang {
		x.loi("18", "FILEHOSO", "Hồ sơ có hơn "+strconv.Itoa(maxBang)+" tệp. Chia hồ sơ theo đợt điều trị")
		return
	}
	x.ho.Tep = append(x.ho.Tep, t)
}

// giai decodes a table, nil where that cannot be done.
func (x *goiReader) giai(s string, long bool) []byte {
	if long {
		x.loi("18", "NOIDUNGFILE", "Tệp bên trong lớn hơn "+strconv.Itoa(MaxTep>>20)+" MB. Chia hồ sơ theo đợt điều trị")
		return nil
	}
	s = strings.Join(strings.Fields(s), "") // some programs break the lines
	data, err := base64.StdEncoding.DecodeString(s)
	if err != nil || len(data) == 0 {
		x.loi("17", "NOIDUNGFILE", "Nội dung tệp không phải base64 hoặc để trống. Mã hoá lại tệp XML sang base64")
		return nil
	}
	if x.size += len(data); len(data) > MaxTep || x.size > MaxHoSo {
		x.loi("18", "NOIDUNGFILE", "Các tệp của hồ sơ lớn hơn "+strconv.Itoa(MaxHoSo>>20)+" MB. Chia hồ sơ theo đợt điều trị")
		return nil
	}
	return data
}

// dem compares the counts.
func (x *goiReader) dem() {
	if x.err != nil {
		return
	}
	if n, err := strconv.Atoi(x.goi.SoLuong); err != nil || n != x.goi.SoHoSo {
		x.loi("12", "SOLUONGHOSO", "Số lượng hồ sơ không bằng số hồ sơ trong gói, có "+strconv.Itoa(x.goi.SoHoSo)+". Ghi lại SOLUONGHOSO hoặc thêm hồ sơ còn thiếu")
	}
	if x.goi.SoHoSo == 0 {
		x.loi("14", "DANHSACHHOSO", "Gói không có hồ sơ nào. Đưa ít nhất một hồ sơ vào gói")
	}
}

// nhom reads the children of an element in the order of fields; the first of two
// counts.
func (x *goiReader) nhom(fields []truongGoi) {
	at, times := 0, make([]int, len(fields))
	for x.err == nil {
		name, ok := x.kid()
		if !ok {
			break
		}
		x.vaoSau(name, func() { x.motCon(name, fields, &at, times) })
	}
	for i, f := range fields {
		if x.err != nil || times[i] > 0 {
			continue
		}
		switch f.name {
		case "HOSO": // dem says it
		case "FILEHOSO":
			x.loi("14", f.name, "Hồ sơ không có tệp nào. Đưa ít nhất một bảng vào hồ sơ")
		default:
			x.loi("04", f.name, "Thiếu phần tử "+f.name+" trong "+x.o()+". Thêm phần tử này")
		}
	}
}

func (x *goiReader) motCon(name string, fields []truongGoi, at *int, times []int) {
	k := -1
	for i := range fields {
		if fields[i].name == name {
			k = i
		}
	}
	switch {
	case k < 0:
		x.loi("03", ngan(name), "Phần tử lạ trong "+strings.Join(x.path[:len(x.path)-1], "/")+". Bỏ phần tử này hoặc xem lại tên")
		x.skip()
		return
	case times[k] > 0 && !fields[k].many:
		x.loi("05", name, "Phần tử "+name+" lặp lại; chỉ xét lần đầu. Bỏ lần sau")
		x.skip()
		return
	case k < *at:
		x.loi("06", name, "Phần tử "+name+" đứng sai thứ tự. Xếp lại theo bố cục của gói")
	default:
		*at = k
	}
	times[k]++
	fields[k].read()
}
