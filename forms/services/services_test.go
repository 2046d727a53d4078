package services_test

import (
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/services"
	"ankhai/forms/tk1ts"
)

func TestThirtyServices(t *testing.T) {
	all := services.Services()
	if len(all) != 30 {
		t.Errorf("got %d services, want 30", len(all))
	}
	count := map[string]int{}
	for _, s := range all {
		count[s.Nhom]++
		if services.NhomTen(s.Nhom) == "" {
			t.Errorf("%s: group %q has no name", s.ID, s.Nhom)
		}
		if s.Giong != "" {
			if _, ok := services.Service(s.Giong); !ok {
				t.Errorf("%s repeats %s, which does not exist", s.ID, s.Giong)
			}
		}
	}
	if got := fmt.Sprint(count); got != "map[A:4 B:5 C:15 D:2 E:4]" {
		t.Errorf("got %s", got)
	}
	e5, _ := services.Service("e5")
	if len(e5.TruongHop) != 28 || len(e5.GiayTo) == 0 {
		t.Errorf("E5: got %d cases and %d papers", len(e5.TruongHop), len(e5.GiayTo))
	}
}

func TestSearchInPlainWords(t *testing.T) {
	for words, want := range map[string]string{
		"nhân viên nghỉ việc": "E5", "nhan vien moi": "E5", "tăng lương": "E5", "mất sổ": "D1", "đổi nơi khám": "D1",
		"vợ sinh": "C4", "nghỉ ốm": "C5", "tai nạn lao động": "C2", "rút bảo hiểm một lần": "B5", "E5": "E5",
		"tử tuất": "C10", "630a": "C5", "mua bảo hiểm y tế": "D2", "đổi tài khoản": "B4", "14-HSB": "B1",
	} {
		got := services.Search(words)
		if len(got) == 0 || got[0].ID != want {
			ids := ""
			for _, s := range got {
				ids += s.ID + " "
			}
			t.Errorf("%s: got %s, want %s first", words, ids, want)
		}
	}
	if n := len(services.Search("")); n != 30 {
		t.Errorf("no words: got %d, want all", n)
	}
	if n := len(services.Search("zzz qqq")); n != 0 {
		t.Errorf("nonsense: got %d", n)
	}
}

func TestProcedures(t *testing.T) {
	for code, want := range map[string]string{"600": "600", "600-595": "600", "630A": "630a", " 607 ": "607"} {
		if p, ok := services.Procedure(code); !ok || p.Ma != want {
			t.Errorf("%q: got %q %v", code, p.Ma, ok)
		}
	}
	if _, ok := services.Procedure("999"); ok {
		t.Error("999 is found")
	}
	own := 0
	for _, p := range services.Procedures() {
		if p.TepRieng {
			own++
			if !p.Rieng || p.KhongQuaIVAN || p.DichVu != "" || len(p.BatBuoc) == 0 || !strings.Contains(p.GhiChu, "không phải mã chính thức") {
				t.Errorf("%+v", p)
			}
		}
	}
	if own != 4 {
		t.Errorf("%d procedures about the use of an I-VAN, want 4", own)
	}
	p, _ := services.Procedure("600")
	if !p.Cho("D02-LT") || !p.Cho("TK1-TS") || p.Cho("D05-TS") || !p.TuongLai {
		t.Errorf("600: %+v", p)
	}
}

var moi = facts.NguoiLaoDong{HoTen: "Trần Thị Thử", SoCCCD: "079195000012", NgaySinh: 19950815, GioiTinh: facts.Nu, QuocTich: "VN"}

func d02(rows ...form.Row) *form.Doc {
	d := form.New(d02lt.D366)
	d.Rows = rows
	return d
}

func tk1(rows ...form.Row) *form.Doc {
	d := form.New(tk1ts.D366)
	d.Rows = rows
	return d
}

func codesOf(fs []form.Fault) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Code)
	}
	return strings.Join(out, " ")
}

func TestCheck(t *testing.T) {
	tm := d02lt.Dong(moi, "TM", 202611, 0, "")
	co := moi
	co.MaSoBHXH = "7911000002"
	gh := d02lt.Dong(co, "GH", 202611, 0, "Nghỉ việc từ ngày 15/11/2026")
	to := tk1ts.Dong(moi, "Tăng mới")
	khac := moi
	khac.HoTen = "Trần Thị Thừ"
	for name, c := range map[string]struct {
		procedure string
		docs      []*form.Doc
		period    int32
		want      string
	}{
		"người mới có tờ khai":            {"600", []*form.Doc{d02(tm), tk1(to)}, 202611, ""},
		"người đã có mã số":               {"600", []*form.Doc{d02(gh)}, 202611, ""},
		"thiếu danh sách":                 {"600", []*form.Doc{tk1(to)}, 202611, "HS-01"},
		"mẫu không thuộc thủ tục":         {"607", []*form.Doc{tk1(to), d02(gh)}, 202611, "HS-02"},
		"danh sách rỗng":                  {"600", []*form.Doc{d02()}, 202611, "HS-03"},
		"người mới không có tờ khai":      {"600", []*form.Doc{d02(tm)}, 202611, "HS-04"},
		"tờ khai của người khác":          {"600", []*form.Doc{d02(tm), tk1(tk1ts.Dong(co2(), "x"))}, 202611, "HS-04"},
		"tên khác nhau":                   {"600", []*form.Doc{d02(tm), tk1(tk1ts.Dong(khac, "Tăng mới"))}, 202611, "HS-05"},
		"thủ tục không có":                {"999", nil, 202611, "HS-06"},
		"thủ tục đã hết":                  {"600d", nil, 202611, "HS-06"},
		"kỳ tương lai ở 604":              {"607", []*form.Doc{tk1(to)}, 202612, "HS-07"},
		"kỳ tương lai ở 600":              {"600", []*form.Doc{d02(gh)}, 202612, ""},
		"tăng mới trong thủ tục báo giảm": {"600a", []*form.Doc{d02(tm), tk1(to)}, 202611, "HS-08"},
		"hai danh sách":                   {"600", []*form.Doc{d02(gh), d02(gh)}, 202611, "HS-09"},
	} {
		t.Run(name, func(t *testing.T) {
			got := services.Check(c.procedure, c.docs, 20261122, law.Month(c.period))
			if codesOf(got) != c.want {
				t.Errorf("got %q (%+v), want %q", codesOf(got), got, c.want)
			}
			for _, f := range got {
				if f.Basis == "" || strings.Contains(f.Say, "!") {
					t.Errorf("%+v", f)
				}
			}
		})
	}
}

func co2() facts.NguoiLaoDong {
	n := moi
	n.SoCCCD = "079195000099"
	return n
}
