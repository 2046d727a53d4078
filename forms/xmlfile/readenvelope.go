package xmlfile

import (
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"path"
	"strconv"
	"strings"

	"ankhai/forms/law"
)

// ReadEnvelope reads an envelope, however it was made. What is not as it should
// be is reported: elements out of order or unknown, counts and lengths that do
// not agree, codes that do not follow from the names. A name that is a path, too
// many files or too large a file is an error, and nothing is returned.
func ReadEnvelope(data []byte) (Hoso, []Odd, error) {
	r := newReader(data)
	v := envelope{reader: r}
	if start, ok := r.root(); ok {
		if start.Name.Local != envelopeRoot || start.Name.Space != "" {
			r.fail(ErrUnknown)
		}
		v.read()
		r.end()
	}
	if r.err != nil {
		return Hoso{}, r.odds, fmt.Errorf("read envelope: %w", r.err)
	}
	return v.h, r.odds, nil
}

// field is one element of the envelope and what reads it; nil reads skip it.
type field struct {
	name string
	many bool
	must bool
	read func()
}

type envelope struct {
	*reader
	h     Hoso
	count string          // SoLuongFile as written
	names map[string]bool // of files so far
}

func (v *envelope) text(name string, to *string) field {
	return field{name: name, read: func() { *to = strings.TrimSpace(v.leaf()) }}
}

func (v *envelope) read() {
	d := &v.h.DonVi
	v.group([]field{
		{name: "NoiDung", must: true, read: func() {
			v.group([]field{
				{name: "ThongTinIVAN", must: true, read: func() {
					v.group([]field{v.text("MaIVAN", &v.h.IVAN.Ma), v.text("TenIVAN", &v.h.IVAN.Ten)})
				}},
				{name: "ThongTinDonVi", must: true, read: func() {
					v.group([]field{
						v.text("TenDoiTuong", &d.Ten), v.text("MaSoBHXH", &d.MaDonVi), v.text("LoaiDoiTuong", &d.LoaiDoiTuong),
						v.text("MaSoThue", &d.MaSoThue), v.text("NguoiKy", &d.NguoiKy), v.text("DienThoai", &d.DienThoai),
						v.text("CoQuanQuanLy", &d.CoQuanBHXH),
					})
				}},
				{name: "ThongTinHoSo", must: true, read: v.dossier},
			})
		}},
		{name: EnvelopeSign, must: true, read: v.skip},
	})
}

func (v *envelope) dossier() {
	v.group([]field{
		v.text("TenThuTuc", &v.h.TenThuTuc),
		v.text("MaThuTuc", &v.h.MaThuTuc),
		{name: "KyKeKhai", read: func() {
			if s := strings.TrimSpace(v.leaf()); s != "" {
				m, ok := law.ParseMonth(s)
				if !ok || m.String() != s {
					v.odd(OddValue, "kỳ kê khai phải có dạng 11/2026")
				}
				v.h.KyKeKhai = m
			}
		}},
		{name: "NgayLap", read: func() {
			if s := strings.TrimSpace(v.leaf()); s != "" {
				n, ok := law.ParseDay(s)
				if !ok || n.String() != s {
					v.odd(OddValue, "ngày lập phải có dạng 22/11/2026")
				}
				v.h.NgayLap = n
			}
		}},
		v.text("SoLuongFile", &v.count),
		v.text("QuyTrinhISO", &v.h.QuyTrinh),
		{name: "ToKhais", must: true, read: func() {
			v.names = map[string]bool{}
			v.group([]field{{name: "FileToKhai", many: true, must: true, read: v.file}})
			if n, err := strconv.Atoi(v.count); err != nil || n != len(v.h.Files) {
				v.odd(OddCount, fmt.Sprintf("SoLuongFile không bằng số tệp, có %d tệp", len(v.h.Files)))
			}
		}},
	})
}

func (v *envelope) file() {
	if len(v.h.Files) >= MaxFiles {
		v.fail(ErrMany)
		return
	}
	var f File
	var loai, dai, noiDung string
	v.group([]field{
		v.text("MaToKhai", &f.MaToKhai),
		v.text("MoTaToKhai", &f.MoTa),
		{name: "TenFile", must: true, read: func() {
			if f.TenFile = v.leaf(); v.err == nil && !SafeName(f.TenFile) {
				v.fail(fmt.Errorf("%w: file %d", ErrName, len(v.h.Files)+1))
			}
		}},
		v.text("LoaiFile", &loai),
		v.text("DoDaiFile", &dai),
		{name: "NoiDungFile", must: true, read: func() { noiDung = v.leaf() }},
	})
	if v.err != nil {
		return
	}
	if f.TenFile == "" {
		v.fail(fmt.Errorf("%w: file %d has none", ErrName, len(v.h.Files)+1))
		return
	}
	if n, err := strconv.Atoi(dai); err != nil || n != len(noiDung) {
		v.odd(OddLength, fmt.Sprintf("DoDaiFile không bằng độ dài của NoiDungFile, là %d", len(noiDung)))
	}
	var err error
	if f.Content, err = base64.StdEncoding.Strict().DecodeString(noiDung); err != nil {
		v.odd(OddBase64, "NoiDungFile không phải base64")
		f.Content = nil
	}
	if loai != path.Ext(f.TenFile) {
		v.odd(OddExtension, "LoaiFile không phải phần mở rộng của TenFile")
	}
	if ma, ok := MaToKhai(f.TenFile); !ok || ma != f.MaToKhai {
		v.odd(OddCode, "MaToKhai không hợp với TenFile")
	}
	key := strings.ToLower(f.TenFile)
	if v.names[key] {
		v.odd(OddName, "có hai tệp cùng tên")
	}
	v.names[key] = true
	v.h.Files = append(v.h.Files, f)
}

// group reads the children of an element in the order of fields.
func (v *envelope) group(fields []field) {
	at, times := 0, make([]int, len(fields))
	for v.err == nil {
		start, ok := v.kid()
		if !ok {
			break
		}
		v.child(start, fields, &at, times)
	}
	for i, f := range fields {
		if v.err == nil && f.must && times[i] == 0 {
			v.odd(OddMissing, "thiếu phần tử "+f.name)
		}
	}
}

func (v *envelope) child(start xml.StartElement, fields []field, at *int, times []int) {
	k := -1
	for i := range fields {
		if fields[i].name == start.Name.Local && start.Name.Space == "" {
			k = i
		}
	}
	label := short(start.Name.Local)
	if k >= 0 && fields[k].many {
		label += "[" + strconv.Itoa(times[k]+1) + "]"
	}
	v.path = append(v.path, label)
	defer func() { v.path = v.path[:len(v.path)-1] }()
	switch {
	case k < 0:
		v.odd(OddUnknown, "không có phần tử này trong bố cục")
		v.skip()
		return
	case times[k] > 0 && !fields[k].many:
		v.odd(OddTwice, "lặp lại") // the first one counts
		v.skip()
		return
	case k < *at:
		v.odd(OddOrder, "đứng sai thứ tự")
	default:
		*at = k
	}
	times[k]++
	if start.Name.Local != EnvelopeSign {
		v.plain(start)
	}
	fields[k].read()
}
