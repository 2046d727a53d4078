package office

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/forms/xmlfile"
)

// An invented company that leaves another program after three years: what its people
// did month by month is drawn first, and both the files and the answer are made of
// that. Nobody in it exists.

// invented is a person with what was declared of them.
type invented struct {
	who  facts.NguoiLaoDong
	said []saidOf
}

type saidOf struct {
	month law.Month
	pa    string
	pay   int64 // of the person from then on
}

// standing is how a person stands from a month on, as the answer has it.
type standing struct {
	month law.Month
	state facts.TrangThai
	pay   int64
}

func (p invented) answer() (out []standing) {
	for _, s := range p.said {
		x := standing{s.month, facts.SauPhuongAn(s.pa), s.pay}
		if n := len(out); n > 0 && out[n-1].state == x.state && out[n-1].pay == x.pay {
			continue
		}
		out = append(out, x)
	}
	return out
}

func inventPeople(seed uint64, n int, from, to law.Month) []invented {
	r := rand.New(rand.NewPCG(seed, 17))
	family, given := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Y"}, []string{"An", "Bình", "Chi", "Dung", "Em", "Giang", "Hà Mi"}
	out := make([]invented, n)
	for i := range out {
		sex, mid := facts.Nu, " Thị "
		if r.IntN(3) == 0 {
			sex, mid = facts.Nam, " Văn "
		}
		born := law.DayOf(1975+r.IntN(28), 1+r.IntN(12), 1+r.IntN(28))
		century := 0
		if born.Year() > 1999 {
			century = 2
		}
		if sex == facts.Nu {
			century++
		}
		p := &out[i]
		p.who = facts.NguoiLaoDong{
			HoTen: family[i%7] + mid + given[i/7%7], MaSoBHXH: fmt.Sprintf("79%08d", i+1), SoCCCD: fmt.Sprintf("079%d%02d%06d", century, born.Year()%100, i+1),
			NgaySinh: facts.NgaySinh(born), GioiTinh: sex, ChucDanh: "Công nhân may",
		}
		pay := int64(5+r.IntN(5)) * 1_000_000
		m := from.Add(r.IntN(12))
		p.say(m, "TM", pay)
		for m = m.Add(1 + r.IntN(6)); m <= to; m = m.Add(1 + r.IntN(7)) {
			switch k := r.IntN(8); {
			case k < 4:
				pay += int64(1+r.IntN(4)) * 250_000
				p.say(m, "DC", pay)
			case k < 6 && m.Add(6) <= to:
				pa := "TS"
				if sex == facts.Nam {
					pa = "KL"
				}
				p.say(m, pa, pay)
				m = m.Add(1 + r.IntN(5))
				p.say(m, "ON", pay)
			case k == 6:
				p.say(m, "GH", pay)
				m = m.Add(1 + r.IntN(8))
				if m <= to {
					pay = int64(5+r.IntN(5)) * 1_000_000
					p.say(m, "TM", pay)
				}
			}
		}
	}
	return out
}

func (p *invented) say(m law.Month, pa string, pay int64) {
	p.said = append(p.said, saidOf{m, pa, pay})
}

// filesOf are the files that three programs left: lists of TS24 in the first year,
// signed packages in the second, one wide workbook of the portal in the third.
func filesOf(t *testing.T, o *Office, people []invented, from law.Month) (files []MoveInFile) {
	t.Helper()
	by := map[law.Month][]int{}
	for i, p := range people {
		for _, s := range p.said {
			if !slices.Contains(by[s.month], i) {
				by[s.month] = append(by[s.month], i)
			}
		}
	}
	var last [][]string
	for m := from; m < from.Add(36); m = m.Add(1) {
		switch {
		case len(by[m]) == 0:
		case m < from.Add(12):
			up, down := ts24Lines(people, by[m], m)
			for name, list := range map[string][][]string{"tang": up, "giam": down} {
				if len(list) > 0 {
					files = append(files, MoveInFile{Name: fmt.Sprintf("%s-%s.xlsx", name, m.ISO()), Data: tabOf(t, "Danh sach", 54-19*strings.Count(name, "giam"), list)})
				}
			}
		case m < from.Add(24):
			files = append(files, MoveInFile{Name: "BHXHDienTu-" + m.ISO() + ".xml", Data: packageOf(t, o, people, by[m], m)})
		default:
			for _, i := range by[m] {
				for _, s := range people[i].said {
					if s.month == m {
						last = append(last, portalLine(people[i].who, s))
					}
				}
			}
		}
	}
	if len(last) > 0 {
		heads := "IDLaoDong,HoTen,MaSoBHXH,Loai,PA,CMND,DinhDangNgaySinh,NgaySinh,GioiTinh,CoGiamChet,NgayChet,ChucVu,TienLuong,PhuCapCV,PhuCapTNVK,PhuCapTNNghe,PhuCapLuong,PhuCapBoSung,TuThang,DenThang,GhiChu,TyLeDong,TinhLai,DaCoSo,MucHuongBHYT,MaPhongBan,NoiLamViec,MaVungSinhSong,MaVungLuongToiThieu"
		files = append(files, MoveInFile{Name: "cong-45-cot.xlsx", Data: workbookOf(t, sheet.Tab{Name: "D02", Heads: strings.Split(heads, ","), Lines: last})})
	}
	return files
}

func workbookOf(t *testing.T, tabs ...sheet.Tab) []byte {
	t.Helper()
	data, err := sheet.WriteTabs(tabs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// tabOf writes lines under the heads Col0… of TS24.
func tabOf(t *testing.T, name string, columns int, lines [][]string) []byte {
	heads := make([]string, columns)
	for i := range heads {
		heads[i] = fmt.Sprintf("Col%d", i)
	}
	return workbookOf(t, sheet.Tab{Name: name, Heads: heads, Lines: lines})
}

func ts24Lines(people []invented, which []int, m law.Month) (up, down [][]string) {
	for _, i := range which {
		for _, s := range people[i].said {
			if s.month != m {
				continue
			}
			w := people[i].who
			if facts.SauPhuongAn(s.pa) == facts.DangDong {
				line := make([]string, 54)
				line[1], line[2], line[3], line[4], line[5], line[6] = w.HoTen, w.MaSoBHXH, w.NgaySinh.String(), w.GioiTinh.Ten(), w.ChucDanh, fmt.Sprint(s.pay)
				line[14], line[26] = s.pa, w.SoCCCD
				line[0] = fmt.Sprint(len(up) + 1)
				up = append(up, line)
				continue
			}
			line := make([]string, 35)
			line[1], line[2], line[3], line[5], line[6], line[14] = w.HoTen, w.MaSoBHXH, w.NgaySinh.String(), w.ChucDanh, fmt.Sprint(s.pay), s.pa
			if w.GioiTinh == facts.Nu {
				line[4] = "X"
			}
			line[0] = fmt.Sprint(len(down) + 1)
			down = append(down, line)
		}
	}
	return up, down
}

func portalLine(w facts.NguoiLaoDong, s saidOf) []string {
	line := make([]string, 29)
	line[0], line[1], line[2], line[4], line[5], line[6], line[7], line[8] = w.MaSoBHXH, w.HoTen, w.MaSoBHXH, s.pa, w.SoCCCD, "0", w.NgaySinh.String(), w.GioiTinh.Ma()
	line[11], line[12], line[18] = w.ChucDanh, fmt.Sprint(s.pay), s.month.String()
	return line
}

// packageOf is a signed package with the D02 of a month.
func packageOf(t *testing.T, o *Office, people []invented, which []int, m law.Month) []byte {
	t.Helper()
	f, w := xmlfile.LayoutOf("D02-TS")
	doc := form.New(f)
	for _, i := range which {
		for _, s := range people[i].said {
			if s.month == m {
				p := people[i].who
				p.Luong = facts.Luong{Known: true, MucLuong: s.pay}
				doc.Rows = append(doc.Rows, d02lt.Dong(p, s.pa, m, 0, codes.PhuongAn.Label(s.pa)))
			}
		}
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	key, err := o.PracticeKey(dv)
	if err != nil {
		t.Fatal(err)
	}
	defer key.Close()
	sign := func(name string, data []byte, err error) []byte {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		out, err := o.SignFile(t.Context(), name, data, key, PDFSignature{})
		if err != nil {
			t.Fatal(err)
		}
		return out.Bytes
	}
	data, err := xmlfile.Encode(doc, w)
	data = sign(w.File, data, err)
	data, err = xmlfile.BuildEnvelope(xmlfile.Hoso{
		IVAN: xmlfile.IVAN{Ma: "00040", Ten: "I-VAN thử"}, DonVi: xmlfile.DonVi{Ten: dv.Ten, MaDonVi: dv.MaDonVi, MaSoThue: dv.MaSoThue, NguoiKy: "Người thử", DienThoai: "0900000001", CoQuanBHXH: dv.CoQuanBHXH},
		TenThuTuc: "Báo tăng, giảm", MaThuTuc: "600", KyKeKhai: m, NgayLap: m.First(), Files: []xmlfile.File{{MaToKhai: w.MaToKhai, MoTa: w.MoTa, TenFile: w.File, Content: data}},
	})
	return sign("BHXHDienTu.xml", data, err)
}
