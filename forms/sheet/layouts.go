package sheet

import (
	"strconv"
	"strings"
)

// knownLayout is a workbook that a program of others writes or takes, in which a
// column is known by its place. heads are the folded heads without spaces by
// which it is recognised, «#» for the number of the column; "" fits anything.
type knownLayout struct {
	name  string
	heads []string
	need  int      // how many heads must fit
	cols  []string // the fact of each column; "" not understood
	conf  int
}

// ts24Tang are the columns Col0–Col53 of the list of increases that TS24 iBHXH
// takes. Those that the notes of its users do not explain stay without a fact:
// the second «Lương BHXH» of column 48 says the first again.
var ts24Tang = []string{fSTT, fHoTen, fMaSo, fNgaySinh, fGioiTinh, fChucDanh, fMucLuong, fHeSo, fPhuCap, fPhuCap2, fPhuCap3, fBoSung, fTuHD, fDenHD,
	fPhuongAn, fSoHD, fLoaiHD, fNgayKy, fBoQua, fBoQua, fBoQua, fBoQua, fTinhKCB, fMaKCB, fQuocTich, fDanToc, fCCCD, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua,
	fDiaChi, fMaXa, fBoQua, fMaTinh, fBoQua, fBoQua, fBoQua, fBoQua, fDienThoai, fEmail, fBoQua, fBoQua, fMaNV, fBoQua, fBoQua, fBoQua, fBoQua, fPhongBan,
	fBoQua, fBoQua, fBoQua, fBoQua}

// ts24Giam are the columns Col0–Col34 of the list of decreases.
var ts24Giam = []string{fSTT, fHoTen, fMaSo, fNgaySinh, fNu, fChucDanh, fMucLuong, fHeSo, fPhuCap, fPhuCap2, fPhuCap3, fBoSung, fTuHD, fDenHD,
	fPhuongAn, fSoHD, fNgayKy, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua, "", "", "", fMaNV, fBoQua, fBoQua, fBoQua, fBoQua, fPhongBan, fBoQua, fBoQua, fQuocTich}

// portal are the 45 columns of the portal's list for D02 and TK1, 0–44; the
// heads of those from 29 on are not known, only what they hold and their order.
var (
	portalHeads = []string{"idlaodong", "hoten", "masobhxh", "loai", "pa", "cmnd", "dinhdangngaysinh", "ngaysinh", "gioitinh", "cogiamchet", "ngaychet", "chucvu",
		"tienluong", "phucapcv", "phucaptnvk", "phucaptnnghe", "phucapluong", "phucapbosung", "tuthang", "denthang", "ghichu", "tyledong", "tinhlai", "dacoso",
		"muchuongbhyt", "maphongban", "noilamviec", "mavungsinhsong", "mavungluongtoithieu"}
	portalCols = []string{fBoQua, fHoTen, fMaSo, fBoQua, fPhuongAn, fCCCD, fBoQua, fNgaySinh, fGioiTinh, fBoQua, fBoQua, fChucDanh,
		fMucLuong, fPhuCapCV, fTNVK, fTNNghe, fPhuCap, fBoSung, fTuThang, fDenThang, fGhiChu, fBoQua, fBoQua, fBoQua,
		fBoQua, fPhongBan, fNoiLamViec, fBoQua, fVung, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua, fBoQua,
		fTuKXD, fTuXD, fDenXD, fTuKhac, fDenKhac, fBoQua}
)

// The names of layouts that are known by their places; L1, L4, L5 and L6 are
// recognised by what they hold.
const (
	layoutTang   = "L2"
	layoutGiam   = "L3"
	layoutPortal = "CONG-45"
	layoutTimes  = "L6"
)

var knownLayouts = []knownLayout{
	{layoutPortal, portalHeads, 22, portalCols, 95},
	{layoutTang, numbered("ibhxhd02tstangcol", 54), 40, ts24Tang, 90},
	{layoutGiam, numbered("ibhxhd02tsgiamcol", 35), 28, ts24Giam, 90},
	{layoutTang, numbered("col", 54), 45, ts24Tang, 85},
	{layoutGiam, numbered("col", 35), 28, ts24Giam, 85},
}

func numbered(word string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = word + strconv.Itoa(i)
	}
	return out
}

// fits counts the heads of a layout that stand at their places.
func (k *knownLayout) fits(hs []head) (n int) {
	for c, want := range k.heads {
		if c < len(hs) && want != "" && strings.ReplaceAll(hs[c].own, " ", "") == want {
			n++
		}
	}
	return n
}

// findKnown looks for the header of a layout known by its places.
func (t *headTable) findKnown() (found, *knownLayout) {
	for i := range t.rows {
		if len(t.g.of(t.rows[i])) < 20 {
			continue
		}
		for n := 1; n <= 2 && i+n <= len(t.rows); n++ {
			hs := t.heads(i, n)
			for k := range knownLayouts {
				l := &knownLayouts[k]
				if l.fits(hs) < l.need {
					continue
				}
				f := found{i: i, n: n, heads: hs, guess: make([]guess, len(hs))}
				for c := range hs {
					if c < len(l.cols) {
						f.guess[c] = guess{l.cols[c], l.conf}
					}
				}
				return f, l
			}
		}
	}
	return found{}, nil
}

// placed are the columns of a layout known by its places.
func placed(f found) []ColumnMap {
	out := []ColumnMap{}
	for c, h := range f.heads {
		g := f.guess[c]
		if h.own == "" && g.field == "" {
			continue
		}
		if g.field == "" {
			g.conf = 0
		}
		out = append(out, ColumnMap{colName(c), h.text, g.field, g.conf})
	}
	return out
}

// ts24Words are heads that mean a fact in the lists of TS24 alone; elsewhere an
// allowance with a number may be any.
var ts24Words = map[string]string{"phu cap 1": fPhuCap, "pc 1": fPhuCap, "pc1": fPhuCap, "phu cap 2": fPhuCap2, "pc 2": fPhuCap2, "pc2": fPhuCap2,
	"phu cap 3": fPhuCap3, "pc 3": fPhuCap3, "pc3": fPhuCap3, "pc khac": fBoSung, "pc them": fBoSung, "phu cap them": fBoSung, "phu cap khac": fBoSung}

// placeWords gives the heads of a list of TS24 that is written in words their
// facts; the second «Lương BHXH» says the first again.
func placeWords(f found) {
	words := map[string]bool{}
	for _, h := range f.heads {
		words[h.own] = true
	}
	if ts24(words) == "" {
		return
	}
	pay := false
	for c, h := range f.heads {
		if name := ts24Words[h.own]; name != "" {
			f.guess[c] = guess{name, 80}
		}
		if f.guess[c].field == fMucLuong {
			if pay {
				f.guess[c] = guess{fBoQua, 80}
			}
			pay = true
		}
	}
}

// ts24 recognises the lists of TS24 iBHXH by words that stand in no other, where
// their heads are words: every increase has a state of the book, a decrease says
// whether the card came back.
func ts24(word map[string]bool) string {
	if !word["trang thai d02"] {
		return ""
	}
	for w := range word {
		switch {
		case hasWords(w, "tra the bhyt"):
			return layoutGiam
		case hasWords(w, "tinh trang so"):
			return layoutTang
		}
	}
	return ""
}
