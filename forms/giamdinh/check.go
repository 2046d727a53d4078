package giamdinh

import (
	"io"
	"slices"
	"strconv"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/xmlfile"
)

// BaoCao is what a file holds and what is wrong with it.
type BaoCao struct {
	Loai   string         // Ten for a package, the table's name for a table by itself, "" for neither
	Goi    Goi            // of a package
	Bang   map[string]int // rows of each table
	Faults []form.Fault
	Con    int // places of faults beyond those listed
}

// kyTu is the day from which packages must be signed.
var kyTu, _ = law.ParseDay("2026-01-01")

// Check reads a package, or a table by itself, from a stream and looks at
// everything that is known of it. name stands in the places of the faults; today
// is the day of checking, 0 leaves out what asks for it. The error is of the
// stream; a file that cannot be read is a fault.
func Check(name string, r io.Reader, today law.Day) (BaoCao, error) {
	src := &nguon{r: r}
	k := &kiem{g: &gom{}, today: today, maLK: map[string]int{}, bang: map[string]int{}}
	p := &phanTu{t: xmlfile.NewTokens(src, MaxFile, maxToken), g: k.g, noi: noi{tep: name}}
	out := BaoCao{}
	switch root := p.root(); {
	case p.err != nil:
		p.loi("01", "", p.why())
	case root == Ten:
		x := &goiReader{phanTu: p, each: func(h HoSo) { k.hoSo(name, h) }}
		k.goi = &x.goi
		x.read()
		x.end()
		x.close()
		k.bia(p.noi, x.goi, x.err == nil)
		out.Loai, out.Goi = Ten, x.goi
	case BangCuaGoc(root) != nil:
		p.noi.bang = BangCuaGoc(root)
		x := &phanReader{phanTu: p}
		x.read()
		x.end()
		out.Loai = p.noi.bang.Ma
		if f := x.close(); f != nil {
			k.phan(noi{tep: name, bang: f.Bang}, f)
			k.trongBang(noi{tep: name}, map[string]*Phan{f.Bang.Ma: f})
		}
	default:
		p.loi("02", ngan(root), "Phần tử gốc không phải "+Ten+" hay một bảng từ XML0 đến XML15. Chọn đúng tệp")
	}
	out.Bang, out.Faults, out.Con = k.bang, k.g.faults, k.g.con
	return out, src.err
}

// kiem checks the dossiers of one file as they come.
type kiem struct {
	g     *gom
	today law.Day
	goi   *Goi           // nil for a table by itself
	maLK  map[string]int // the dossier of each MA_LK
	bang  map[string]int
}

// bia checks what the package says of itself.
func (k *kiem) bia(n noi, g Goi, whole bool) {
	if g.MaCSKCB != "" || whole {
		switch {
		case len([]rune(g.MaCSKCB)) != 5:
			k.g.loi("08", n, 0, "MACSKCB", "Mã cơ sở của gói phải có 5 ký tự, ví dụ 79024")
		case !codes.KCB.Has(g.MaCSKCB):
			k.g.loi("09", n, 0, "MACSKCB", "Mã cơ sở của gói không có trong danh mục cơ sở khám, chữa bệnh đang dùng. Xem lại mã, trừ cơ sở mới được cấp")
		}
	}
	lap, ok := ngayCua(g.NgayLap)
	switch {
	case !ok && (whole || g.NgayLap != ""):
		k.g.loi("10", n, 0, "NGAYLAP", "Ngày lập của gói phải là ngày có thật, dạng 20261122")
	case ok && k.today != 0 && lap > k.today:
		k.g.loi("11", n, 0, "NGAYLAP", "Ngày lập của gói không sau ngày "+k.today.String()+". Xem lại ngày")
	}
	if whole && !g.DaKy && (!ok || lap >= kyTu) {
		k.g.loi("13", n, 0, SignNode, "Gói chưa ký. Từ 01/01/2026 phải ký số trước khi gửi. Ký gói rồi xét lại")
	}
}

// hoSo checks a dossier: its files, each of its tables, and the tables together.
func (k *kiem) hoSo(tep string, h HoSo) {
	n := noi{tep: tep, hoSo: h.So}
	co := map[string]*Phan{}
	for _, t := range h.Tep {
		b := BangCua(t.Loai)
		switch {
		case b == nil:
			k.g.loi("15", n, 0, "LOAIHOSO", "Loại hồ sơ không phải tên bảng từ XML1 đến XML15. Ghi đúng tên bảng")
			continue
		case !b.Goi:
			k.g.loi("16", n, 0, "LOAIHOSO", "Bảng "+b.Ma+" không nằm trong gói: "+b.GhiChu+". Bỏ tệp này khỏi gói")
			continue
		case t.NoiDung == nil:
			continue // told already
		}
		m := n
		m.bang = b
		p := readPhan(k.g, m, t.NoiDung)
		switch {
		case p == nil:
			continue
		case p.Bang != b:
			k.g.loi("20", n, 0, "LOAIHOSO", "Tệp ghi loại "+b.Ma+" mà nội dung là "+p.Bang.Ma+". Ghi lại loại hoặc thay nội dung")
			m.bang = p.Bang
		}
		if co[p.Bang.Ma] != nil {
			k.g.loi("21", m, 0, "", "Hồ sơ có hai tệp của bảng này. Gộp lại thành một")
			continue
		}
		co[p.Bang.Ma] = p
		k.phan(m, p)
	}
	if len(co) == 0 {
		return
	}
	k.lienKet(n, co)
	if co["XML1"] == nil {
		k.g.loi("22", n, 0, "XML1", "Hồ sơ không có bảng tổng hợp XML1, nên không đối chiếu được. Thêm XML1, trừ khi chỉ gửi chứng từ")
	}
	k.trongBang(n, co)
	k.giuaBang(n, co)
}

// lienKet asks for one MA_LK in a dossier, of no other dossier.
func (k *kiem) lienKet(n noi, co map[string]*Phan) {
	chung := ""
	for _, b := range bangs {
		p := co[b.Ma]
		if p == nil {
			continue
		}
		n.bang = b
		for i := range p.Dong {
			switch ma := p.Get(i, "MA_LK"); {
			case ma == "":
			case chung == "":
				chung = ma
			case ma != chung:
				k.g.loi("23", n, i+1, "MA_LK", "Mã liên kết khác mã của các bảng khác trong hồ sơ. Một hồ sơ là một đợt điều trị")
			}
		}
	}
	n.bang = nil
	if chung == "" {
		return
	}
	if o := k.maLK[chung]; o != 0 {
		k.g.loi("24", n, 0, "MA_LK", "Mã liên kết trùng với hồ sơ "+strconv.Itoa(o)+". Mỗi đợt điều trị một mã")
		return
	}
	k.maLK[chung] = n.hoSo
}

// phan checks the cells of a table.
func (k *kiem) phan(n noi, p *Phan) {
	k.bang[p.Bang.Ma] += len(p.Dong)
	n.bang = p.Bang
	stt := slices.ContainsFunc(p.Bang.Truong, func(f Truong) bool { return f.Ten == "STT" }) && p.Bang.DS != ""
	for i, d := range p.Dong {
		for j := range p.Bang.Truong {
			f := &p.Bang.Truong[j]
			s := ""
			if j < len(d) {
				s = d[j]
			}
			k.truong(n, i+1, f, s)
		}
		if s := p.Get(i, "STT"); stt && s != "" && s != strconv.Itoa(i+1) {
			k.g.loi("51", n, i+1, "STT", "Số thứ tự không tăng từ 1 đến hết. Đánh lại số thứ tự")
		}
	}
}
