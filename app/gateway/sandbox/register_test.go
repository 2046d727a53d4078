package sandbox_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// textOf is the content of the n-th file of an answer.
func textOf(t *testing.T, files any, n int) string {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString(files.([]any)[n].(map[string]any)["noiDung"].(string))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// who is a D02-TS row of somebody.
func who(pa, hoTen, maSo, cccd, sinh, tu string) tep {
	f := d02File()
	f.noiDung = fmt.Sprintf(`<D02-TS><NoiDung><LaoDong><STT>1</STT><HoTen>%s</HoTen><MasoBHXH>%s</MasoBHXH><TienLuong>6000000</TienLuong><TuThang>%s</TuThang><PA>%s</PA><NgaySinh>%s</NgaySinh><GioiTinh>0</GioiTinh><CMND>%s</CMND></LaoDong></NoiDung><Cky/></D02-TS>`, hoTen, maSo, tu, pa, sinh, cccd)
	return f
}

// What accepted dossiers say is what later ones are held against: who somebody is,
// where he works, and what the agency tells of him.
func TestTheRegisterLearns(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Register: &sandbox.Register{
		DonVi: []sandbox.RegisterUnit{{MaDonVi: "ZZ00000", MaSoThue: "0000000000", TenDonVi: "CÔNG TY TNHH MẪU THỬ"}, {MaDonVi: "YY00001", MaSoThue: "0000000001", TenDonVi: "Công ty Hai"}},
	}})
	c := newCaller(t, r)
	two := []string{"ZZ00000", "YY00001", "<MaSoThue>0000000000", "<MaSoThue>0000000001", "CÔNG TY TNHH MẪU THỬ", "CÔNG TY HAI"}
	verdict := func(file tep, edit ...string) string {
		t.Helper()
		got := c.send(201, "HSNV", "BHXHDienTu.xml", build([]tep{file}, edit...))
		p := c.call("GET /v1/ho-so/{maGiaoDich}/tien-do", 200, nil, "/v1/ho-so/"+got["maGiaoDich"].(string)+"/tien-do")
		var why []string
		for _, f := range p["lyDo"].([]any) {
			why = append(why, f.(map[string]any)["ma"].(string)+" "+f.(map[string]any)["cho"].(string))
		}
		return strings.Join(why, "; ")
	}
	id := "000000000007"
	for _, x := range []struct {
		name, want string
		file       tep
		edit       []string
	}{
		{"new", "", who("TM", "Trần Thị Thử", "", id, "15/08/1995", "11/2026"), nil},
		{"the same name in capitals, the year of birth alone", "", who("DC", "TRẦN  THỊ THỬ", "", id, "1995", "11/2026"), nil},
		{"active elsewhere", "E-BIZ-TRA-01 dòng 1", who("TM", "Trần Thị Thử", "", id, "15/08/1995", "11/2026"), two},
		{"accident fund only, elsewhere", "", who("TL", "Trần Thị Thử", "", id, "15/08/1995", "11/2026"), two},
		{"another name and day", "E-BIZ-TRA-04 dòng 1, HoTen; E-BIZ-TRA-04 dòng 1, NgaySinh", who("DC", "Trần Thị Khác", "", id, "16/08/1995", "11/2026"), nil},
		{"a unit under another's code", "E-BIZ-TRA-05 TenDoiTuong", who("TM", "Lê Mới", "", "000000000008", "01/01/1990", "11/2026"), []string{"CÔNG TY TNHH MẪU THỬ", "CÔNG TY KHÁC HẲN"}},
		{"goes", "", who("GH", "Trần Thị Thử", "", id, "15/08/1995", "11/2026"), nil},
		{"a new name, with the unit's own declaration", "", tep{ma: "CT-DK", ten: "TK3-TS.pdf", loai: ".pdf", noiDung: "%PDF-1.4"}, []string{"CÔNG TY TNHH MẪU THỬ", "CÔNG TY TÊN MỚI", "<MaThuTuc>600<", "<MaThuTuc>604<"}},
		{"under its new name", "", who("DC", "Trần Thị Thử", "", id, "15/08/1995", "11/2026"), []string{"CÔNG TY TNHH MẪU THỬ", "CÔNG TY TÊN MỚI"}},
		{"under its old name", "E-BIZ-TRA-05 TenDoiTuong", who("DC", "Trần Thị Thử", "", id, "15/08/1995", "11/2026"), nil},
		{"may come elsewhere now", "", who("TM", "Trần Thị Thử", "", id, "15/08/1995", "12/2026"), two},
	} {
		if got := verdict(x.file, x.edit...); got != x.want {
			t.Errorf("%s: got %q, want %q", x.name, got, x.want)
		}
	}
	p := c.call("POST /v1/tra-cuu/nguoi", 200, map[string]any{"hoTen": "trần thị thử", "soCCCD": id}, "/v1/tra-cuu/nguoi")
	if p["tinhTrang"] != "dang-dong" || p["maDonVi"] != "YY00001" || p["maSoBHXH"] != "9900000001" || p["tuThang"] != "2026-12" {
		t.Errorf("the register: %v", p)
	}
	for range 60 {
		c.call("POST /v1/tra-cuu/nguoi", 404, map[string]any{"hoTen": "Ai đó", "soCCCD": id}, "/v1/tra-cuu/nguoi")
	}
	c.call("POST /v1/tra-cuu/nguoi", 429, map[string]any{"hoTen": "trần thị thử", "soCCCD": id}, "/v1/tra-cuu/nguoi")
	at = at.Add(2 * time.Minute)
	c.call("POST /v1/tra-cuu/nguoi", 200, map[string]any{"hoTen": "trần thị thử", "soCCCD": id}, "/v1/tra-cuu/nguoi")
}

// A package that carries the person's own TK1-TS says anew who he is.
func TestTK1MendsWhoSomebodyIs(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Register: &sandbox.Register{
		Nguoi: []sandbox.RegisterPerson{{SoCCCD: "000000000007", HoTen: "Trần Thị Thừ", NgaySinh: "1995", TinhTrang: sandbox.ChuaThamGia}},
	}})
	c := newCaller(t, r)
	d02 := who("TM", "Trần Thị Thử", "", "000000000007", "15/08/1995", "11/2026")
	tk1 := tep{ma: "TK1-TS", ten: "TK1-TS-595.xml", loai: ".xml", noiDung: `<TK1-TS><NoiDung><LaoDong><STT>1</STT><HoTen>Trần Thị Thử</HoTen><NgaySinh>15/08/1995</NgaySinh><GioiTinh>0</GioiTinh><CMND>000000000007</CMND></LaoDong></NoiDung><Cky/></TK1-TS>`}
	for n, files := range [][]tep{{d02}, {d02, tk1}} {
		got := c.send(201, "HSNV", "BHXHDienTu.xml", build(files))
		p := c.call("GET /v1/ho-so/{maGiaoDich}/tien-do", 200, nil, "/v1/ho-so/"+got["maGiaoDich"].(string)+"/tien-do")
		if want := []float64{203, 202}[n]; p["trangThai"] != want {
			t.Errorf("%d files: got %v, want %v", len(files), p["trangThai"], want)
		}
	}
	p := c.call("POST /v1/tra-cuu/nguoi", 200, map[string]any{"hoTen": "Trần Thị Thử", "soCCCD": "000000000007"}, "/v1/tra-cuu/nguoi")
	if p["ngaySinh"] != "15/08/1995" || p["maSoBHXH"] == nil {
		t.Errorf("got %v", p)
	}
}

// At the end of a month a unit gets C12-TS and D09-TS: once, also over a restart
// and a clock that is put ahead.
func TestStatementsOfTheMonth(t *testing.T) {
	at := day
	made := 0
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Papers: func(task sandbox.Task) ([]sandbox.Paper, error) {
		made++
		return []sandbox.Paper{{Ma: task.Notice.Loai, Ten: task.Notice.TieuDe, TenFile: task.Notice.Loai + ".pdf", Bytes: fmt.Appendf(nil, "%%PDF %d %d", len(task.People), made)}}, nil
	}}
	r := start(t, o)
	c := newCaller(t, r)
	c.send(201, "HSNV", "BHXHDienTu.xml", build([]tep{who("TM", "Trần Thị Thử", "", "000000000007", "15/08/1995", "11/2026")}))
	list := func(query string) (out []string) {
		t.Helper()
		for _, n := range c.call("GET /v1/thong-bao", 200, nil, "/v1/thong-bao?maDonVi=ZZ00000"+query)["thongBao"].([]any) {
			n := n.(map[string]any)
			out = append(out, fmt.Sprint(n["loai"], " ", n["thang"], " ", n["luc"]))
		}
		return out
	}
	if got := list("&loai=C12"); len(got) != 0 {
		t.Errorf("before the month is over: %v", got)
	}
	if err := r.box.PutAhead(24 * 10 * time.Hour); err != nil {
		t.Fatal(err)
	}
	want := "[C12 2026-11 2026-12-01T00:00:00+07:00 D09 2026-11 2026-12-01T00:00:00+07:00]"
	if got := list("&thang=2026-11"); fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
	r.box.Close()
	r = start(t, o)
	c = newCaller(t, r)
	if got := list("&thang=2026-11"); fmt.Sprint(got) != want {
		t.Errorf("after a restart: got %v, want %v", got, want)
	}
	page := c.call("GET /v1/thong-bao", 200, nil, "/v1/thong-bao?maDonVi=ZZ00000&loai=C12")["thongBao"].([]any)
	ma := page[0].(map[string]any)["ma"].(string)
	if rest := list("&sau=" + ma); len(rest) != 1 { // D09 of the same month
		t.Errorf("after the C12: %v", rest)
	}
	for range 2 {
		one := c.call("GET /v1/thong-bao/{ma}", 200, nil, "/v1/thong-bao/"+ma)
		if got := textOf(t, one["tep"], 0); got != "%PDF 1 1" {
			t.Errorf("the paper: %q", got)
		}
		if text := textOf(t, one["tep"], 1); !strings.Contains(text, "Trần Thị Thử") || !strings.Contains(text, `"TienLuong": "6000000"`) {
			t.Errorf("the data: %s", text)
		}
	}
	if r.box.PutAhead(-time.Hour) == nil {
		t.Error("the clock was put back")
	}
	if err := r.box.PutAhead(31 * 24 * time.Hour); err != nil {
		t.Fatal(err)
	}
	if got := list("&loai=C12"); len(got) != 2 {
		t.Errorf("the next month: %v", got)
	}
}

// An officer returns within three working days, of which a week-end is none.
func TestReturnedWithinThreeWorkingDays(t *testing.T) {
	at := day // a Sunday
	r := start(t, sandbox.Options{Now: clockAt(&at), Faults: "return-days:3", Steps: sandbox.Steps{GiaiQuyet: time.Hour, KetQua: 240 * time.Hour}})
	got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1)))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		days int
		want gateway.TrangThai
	}{{2, gateway.DangGiaiQuyet}, {3, gateway.TuChoi}} {
		at = day.AddDate(0, 0, c.days)
		p, err := r.client.Progress(t.Context(), got.MaGiaoDich)
		if err != nil || p.TrangThai != c.want {
			t.Errorf("after %d days: got %v, %v; want %v", c.days, p.TrangThai, err, c.want)
		}
		if c.want == gateway.TuChoi && (len(p.LyDo) != 1 || p.LyDo[0].Ma != "E-TRA-01") {
			t.Errorf("reasons: %+v", p.LyDo)
		}
	}
	for _, bad := range []string{"return-days:0", "return-days:4", "return-days", "return-days:x"} {
		if sandbox.ParseFaults(bad) == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
