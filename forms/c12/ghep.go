package c12

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/c12ts"
	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// tho is a row as it stands in a file, before its code is known.
type tho struct {
	noi, stt, ten string
	o             [SoCot]string
	mat           [SoCot]bool // cells of which somebody has said already that they cannot be known
	hong          bool        // its columns could not be told: nothing of it is known
}

// ghep makes a statement out of rows: each gets its code by its number and the
// section that it stands in.
type ghep struct {
	t   *ThongBao
	cot []Cot
	muc string // the section
	lon string // the last number without a dot
	vd  []VanDe
}

func (g *ghep) loi(noi, giaTri, ma, say string) {
	g.vd = append(g.vd, VanDe{noi, giaTri, ma, form.Loi, say})
}

func (g *ghep) nhac(noi, giaTri, ma, say string) {
	g.vd = append(g.vd, VanDe{noi, giaTri, ma, form.Nhac, say})
}

var (
	reMuc = regexp.MustCompile(`^[ABCDĐ]$`)
	reMa  = regexp.MustCompile(`^[ABCDĐ](\.\d{1,2}){1,4}$`)
	reSo  = regexp.MustCompile(`^\d{1,2}(\.\d{1,2}){0,3}$`)
	reUNC = regexp.MustCompile(`(?i)UNC\s*số\s*[:.]?\s*([^,;\s]+)?[,;]?\s*ngày\s*(\d{1,2}/\d{1,2}/\d{4})?`)
)

// ma is the code of a row; "" where it is none of the table.
func (g *ghep) ma(r tho) string {
	stt := strings.TrimRight(strings.NewReplacer("Ð", "Đ", "đ", "Đ", " ", "").Replace(r.stt), ".")
	switch {
	case reMuc.MatchString(stt):
		g.muc, g.lon = stt, ""
		return stt
	case reMa.MatchString(stt):
		g.muc = string([]rune(stt)[0])
		return stt
	case !reSo.MatchString(stt) || g.muc == "":
		return ""
	}
	if !strings.Contains(stt, ".") {
		g.lon = stt
	}
	// The template numbers what is below «Quỹ lương» 1.1 and 1.2, a slip for 2.1, 2.2.
	if g.muc == "B" && g.lon == "2" && (stt == "1.1" || stt == "1.2") {
		stt = "2" + stt[1:]
	}
	return g.muc + "." + stt
}

// them takes a row in.
func (g *ghep) them(r tho) {
	if strings.TrimSpace(r.ten) == "B" {
		return // the line that numbers the columns
	}
	ma := g.ma(r)
	switch {
	case ma == "" && !slices.ContainsFunc(r.o[:], laSo):
		return
	case ma == "" && g.muc == "":
		return // above the table
	case ma == "":
		g.nhac(r.noi, r.ten, maKhongSTT, "Dòng có số tiền nhưng không có số thứ tự nên không biết là chỉ tiêu nào. Xem lại tệp")
		return
	case g.t.Mau == Mau366 && !c12ts.ChiTieu.Has(ma):
		g.nhac(r.noi, ma, maDongLa, "Dòng "+ma+": mẫu C12-TS (Quyết định 366/QĐ-BHXH) không có chỉ tiêu này nên không đọc")
		return
	case g.t.dong(ma) != nil:
		if slices.ContainsFunc(r.o[:], laSo) || laNop(ma) {
			g.nhac(r.noi, ma, maHaiLan, "Dòng "+ma+" có hai lần. Chỉ dùng dòng đầu; xem lại tệp")
		}
		return
	}
	d := Dong{Ma: ma, Ten: strings.Join(strings.Fields(r.ten), " "), Noi: r.noi}
	for _, c := range g.cot {
		switch v, ok := docSo(r.o[c]); {
		case r.mat[c], r.hong || len(ma) < len("A.1") && ma != "C" && ma != "D" && v.A != form.Known:
		case ok:
			d.O[c] = v
		default:
			g.loi(r.noi, r.o[c], maSo, "Dòng "+ma+", cột "+c.Ten()+": «"+r.o[c]+"» không phải số. Ô này để là chưa biết, không đem so")
		}
	}
	if g.t.Mau == Mau366 && !laNop(ma) {
		d.Ten = c12ts.ChiTieu.Label(ma)
	}
	if m := reUNC.FindStringSubmatch(d.Ten); laNop(ma) && m != nil {
		d.SoUNC = strings.Trim(m[1], ".…")
		d.NgayUNC = g.ngay(r.noi, "Dòng "+ma, m[2])
	}
	g.t.Dong = append(g.t.Dong, d)
}

// ngay reads a day; one that is none, such as 31/11/2026, is not known and is named.
func (g *ghep) ngay(noi, what, s string) law.Day {
	d, ok := law.ParseDay(s)
	switch {
	case ok:
		return d
	case s != "":
		g.nhac(noi, s, maNgay, what+": ngày «"+s+"» không có thật nên để trống. Xem lại tệp")
	}
	return 0
}

// phaiCo are the rows without which a statement says nothing of the month.
var phaiCo = []string{"A.1", "B.3", "Đ.1"}

// ket says what the whole lacks.
func (g *ghep) ket() {
	var thieu []string
	for _, ma := range phaiCo {
		if g.t.dong(ma) == nil {
			thieu = append(thieu, ma)
		}
	}
	switch {
	case len(g.t.Dong) == 0:
		g.loi("", "", maKhongBang, "Không tìm thấy bảng của thông báo C12-TS: cần dòng tiêu đề có STT, NỘI DUNG, BHYT, BHTN, CỘNG. Chọn đúng tệp, hoặc dán chữ của tệp vào")
	case len(thieu) > 0:
		g.nhac("", "", maThieuDong, fmt.Sprintf("Thông báo không có dòng %s: những dòng này không so được", strings.Join(thieu, ", ")))
	}
	if g.t.Thang == 0 && len(g.t.Dong) > 0 {
		g.nhac("", "", maThang, "Không đọc được tháng của thông báo. Xem lại có đúng tháng đang đối chiếu không")
	}
}

var (
	reThang   = regexp.MustCompile(`thang\s*(\d{1,2})\s*(?:nam|/)\s*(\d{4})`)
	reMaDonVi = regexp.MustCompile(`(?i)mã\s+đơn\s+vị\s*[:.]?\s*([A-Z0-9]{5,12})`)
	reTen     = regexp.MustCompile(`(?i)kính\s+gửi\s*:?\s*([^.…]\S.*)`)
	reThieu   = regexp.MustCompile(`(?i)tổng\s+số\s+nộp\s+thiếu\s+là\s*:?\s*([\d.,]*\d)\s*đồng`)
	reKiemTra = regexp.MustCompile(`(?i)điều\s+chỉnh\s+trước\s+ngày\s*(\d{1,2}/\d{1,2}/\d{4})`)
)

// dau reads what stands around the table.
func (g *ghep) dau(lines []string) {
	all := strings.Join(lines, " ")
	if m := reThang.FindStringSubmatch(codes.Fold(all)); m != nil {
		mm, _ := strconv.Atoi(m[1])
		yy, _ := strconv.Atoi(m[2])
		if x := law.MonthOf(yy, mm); x.Valid() {
			g.t.Thang = x
		}
	}
	if m := reMaDonVi.FindStringSubmatch(all); m != nil {
		g.t.MaDonVi = strings.ToUpper(m[1])
	}
	if m := reThieu.FindStringSubmatch(all); m != nil {
		if v, ok := docSo(m[1]); ok && v.A == form.Known {
			g.t.TongThieu = &v.N
		}
	}
	if m := reKiemTra.FindStringSubmatch(all); m != nil {
		g.t.KiemTra = g.ngay("", "Hạn kiểm tra số liệu", m[1])
	}
	for _, l := range lines {
		if m := reTen.FindStringSubmatch(l); m != nil && g.t.TenDonVi == "" {
			g.t.TenDonVi = strings.Join(strings.Fields(strings.Trim(m[1], ".…: ")), " ")
		}
	}
}
