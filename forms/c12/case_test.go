package c12

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
)

// A case is people with their pay before and now, what the agency reckons instead,
// and the answer in words:
//
//	-- nguoi.tsv --   id, ten, truoc, nay (pay; "-" takes no part), then key=value:
//	                  pa tu bao ngay hoSo so (the report), nghi, ngoai, dieuChinh, bhytCham, bien
//	-- coquan.tsv --  id and the pay that the agency reckons with
//	-- o.tsv --       ma, cot, n or +n: a cell that is otherwise
//	-- ket-qua.txt -- what Compare says
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { oneCase(t, file) })
	}
}

func oneCase(t *testing.T, file string) {
	a, err := formtest.ReadArchive(file)
	if err != nil {
		t.Fatal(err)
	}
	part := map[string]string{}
	for _, p := range a.Parts {
		part[p.Name] = p.Text
	}
	people := docNguoi(t, part["nguoi.tsv"])
	theirs := append([]Nguoi{}, people...)
	for _, f := range dongTSV(part["coquan.tsv"]) {
		for i := range theirs {
			if theirs[i].ID == f[0] {
				theirs[i].Nay = muc(t, tienTSV(t, f[1]), theirs[i].NuocNgoai)
				if theirs[i].Nghi != 0 {
					theirs[i].Truoc = theirs[i].Nay
				}
			}
		}
	}
	dt := Tinh(thang, people, nil)
	nay := lap(Tinh(thang, theirs, nil))
	var truoc *ThongBao
	if strings.Contains(part["o.tsv"], "truoc\t") {
		truoc = lap(dt)
		for _, d := range nay.Dong {
			if so, ok := strings.CutPrefix(d.Ma, "A."); ok {
				truoc.dong("Đ." + so).O = d.O
			}
		}
	}
	keoLai := true
	for _, f := range dongTSV(part["o.tsv"]) {
		tb := nay
		if f[0] == "truoc" {
			tb, f = truoc, f[1:]
		}
		keoLai = keoLai && !strings.HasPrefix(f[0], "Đ.2")
		doiO(t, tb, f)
	}
	if keoLai {
		keo(nay)
	}
	if strings.Contains(filepath.Base(file), "mau-cu") {
		nay = cu(nay)
	}
	got := ketQua(Compare(nay, dt, truoc))
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		for i := range a.Parts {
			if a.Parts[i].Name == "ket-qua.txt" {
				a.Parts[i].Text = got
			}
		}
		if err := os.WriteFile(file, a.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := part["ket-qua.txt"]; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func dongTSV(s string) (out [][]string) {
	for line := range strings.Lines(s) {
		if line = strings.TrimRight(line, "\n"); line != "" {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

func tienTSV(t *testing.T, s string) int64 {
	t.Helper()
	if s == "-" {
		return 0
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(s, ".", ""), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func docNguoi(t *testing.T, s string) (out []Nguoi) {
	t.Helper()
	for _, f := range dongTSV(s) {
		more := map[string]string{}
		for _, kv := range f[4:] {
			k, v, _ := strings.Cut(kv, "=")
			more[k] = v
		}
		ngoai := more["ngoai"] != ""
		n := Nguoi{ID: f[0], HoTen: f[1], MaSo: "79" + strings.Repeat("0", 8-len(f[0])) + f[0], NuocNgoai: ngoai,
			Truoc: muc(t, tienTSV(t, f[2]), ngoai), Giu: muc(t, tienTSV(t, f[2]), ngoai), Nay: muc(t, tienTSV(t, f[3]), ngoai)}
		if more["nghi"] != "" {
			n.Nghi, _ = law.ParseMonth(more["nghi"])
			n.Truoc = nil
		}
		if more["pa"] != "" {
			e := SuKien{PhuongAn: more["pa"], HoSo: more["hoSo"], SoHoSo: more["so"], Bao: TinhTrang(more["bao"])}
			if e.TuThang, _ = law.ParseMonth(more["tu"]); e.TuThang == 0 {
				e.TuThang = thang
			}
			e.Ngay, _ = law.ParseDay(more["ngay"])
			if e.Bao == "" {
				e.Bao = DaGui
			}
			n.SuKien = []SuKien{e}
		}
		if more["dieuChinh"] != "" {
			n.DieuChinh = muc(t, tienTSV(t, more["dieuChinh"]), false).Dong.doi()
			n.DieuChinh[BHYT] = 0
			n.BHYTCham = muc(t, tienTSV(t, more["dieuChinh"]), false).Dong[BHYT]
		}
		switch more["bien"] {
		case "khongLuong":
			n.Bien = []Bien{{BHYTKhongLuong, n.Giu.chiBHYT()}}
		case "tran":
			n.Bien = []Bien{{TranKhac, muc(t, 46_800_000, false)}}
		}
		out = append(out, n)
	}
	return out
}

// doiO changes a cell: "B.3<tab>BHYT<tab>+100", or a whole number.
func doiO(t *testing.T, tb *ThongBao, f []string) {
	t.Helper()
	for c := range SoCot {
		if c.khoa() != f[1] {
			continue
		}
		n := tienTSV(t, strings.TrimPrefix(f[2], "+"))
		if strings.HasPrefix(f[2], "+") || strings.HasPrefix(f[2], "-") {
			n += tb.soHoac(f[0], c)
		}
		dat(tb, f[0], c, n)
		return
	}
	t.Fatalf("no column %q", f[1])
}

// ketQua writes an answer as a person reads it.
func ketQua(k *KetQua) string {
	var b strings.Builder
	if k.Khop() {
		b.WriteString("khớp\n")
	}
	for i, l := range k.LoiGiai {
		fmt.Fprintf(&b, "Lời giải %d (người và quỹ lương khớp: %v)\n", i+1, l.KemPhu)
		for _, x := range l.NguyenNhan {
			noiX(&b, x)
		}
	}
	for _, x := range k.Lai {
		b.WriteString("Số tiền xử lý chậm đóng\n")
		noiX(&b, x)
	}
	for _, x := range k.No {
		b.WriteString("Nợ quá hạn\n")
		noiX(&b, x)
	}
	for _, l := range k.KyTruoc {
		fmt.Fprintf(&b, "Kỳ trước: %s\n", l.Say)
	}
	for _, l := range k.Con {
		fmt.Fprintf(&b, "Còn: %s\n", l.Say)
	}
	return b.String()
}

func noiX(b *strings.Builder, x NguyenNhan) {
	fmt.Fprintf(b, "- %s %s: %s\n", x.Loai, law.VietSo(x.Tien), x.Say)
	for _, a := range x.Khac {
		fmt.Fprintf(b, "  hoặc %s\n", a.Ten())
	}
	fmt.Fprintf(b, "  → %s: %s\n", x.Sua.Viec, x.Sua.Say)
}
