package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
)

// tenThousand takes a payroll of 10,000 people in, one of whose cells cannot be read,
// mends it in the grid and drafts the month.
func tenThousand(t *testing.T, j *journey) {
	j.employer(t, "0300588569", "CÔNG TY ĐÔNG NGƯỜI", "YN0002A")
	before := crowd(10_000, 6_000_000)
	j.run(t, "import", workbook(t, "luong-2026-10.xlsx", before), "--month", "2026-10")
	after := crowd(10_000, 6_000_000)[:9_999] // the last one has left
	for i := range 40 {
		after[i].Luong.MucLuong = 6_500_000
	}
	after[2].SoCCCD = "07909000000x"
	j.choosesIn(t, filepath.Dir(workbook(t, "luong-2026-11.xlsx", after)))
	j.start(t)
	j.keys(t, "ctrl+o")
	j.choose(t)
	j.wait(t, "muoi-nghin-da-nhap", func() bool { return j.strongAt(t, 1266, 92) }) // Lập hồ sơ
	j.click(t, 490, 162)                                                            // Ô chưa đọc được
	j.shot(t, "o-chua-doc")
	j.click(t, 266, 162)
	j.click(t, 1300, 104) // Lập hồ sơ
	j.settle(t)
	j.shot(t, "ho-so")
	was := j.look(t)
	j.click(t, check.x, check.y)
	j.wait(t, "kiem-tra", func() bool { return !same(was, j.look(t), faultList) })
	j.click(t, 480, 375)
	j.keys(t, "F8") // to the cell of the first fault
	j.shot(t, "den-o-loi")
	j.write(t, "Nghi viec tu ngay 01/11/2026")
	j.keys(t, "Return")
	j.click(t, check.x, check.y)
	j.wait(t, "da-sua", func() bool { return j.strongAt(t, 1324, 98) }) // Ký is the next thing to do
	j.stop(t)
	got := j.dossier(t)
	if len(got.Docs) == 0 || len(got.Docs[0].Rows) != 41 {
		t.Fatalf("the draft is %+v", got)
	}
	if out, err := j.tool(j.console, "--data", j.data, "check", dossierID); err != nil {
		t.Errorf("after mending the check still says %v\n%s", err, out)
	}
}

// maternity makes a claim out of plain words: the service, the person, and then the cell
// of each fault, until nothing but the paper is missing.
func maternity(t *testing.T, j *journey) {
	j.run(t, "start", "sample")
	j.start(t)
	j.keys(t, "ctrl+5") // Thủ tục
	j.click(t, 600, 138)
	j.write(t, "sinh con")
	j.keys(t, "Down")
	j.shot(t, "thu-tuc")
	j.clickStrong(t, 930, 330, 480) // Lập hồ sơ
	j.write(t, "kim oanh")          // the search has the keys
	j.keys(t, "Down", "space")
	j.shot(t, "cua-ai")
	j.clickStrong(t, 910, 560, 680) // Lập hồ sơ
	j.shot(t, "to-khai")
	j.click(t, check.x, check.y)
	j.shot(t, "con-thieu")
	j.click(t, 400, 155) // phần đầu
	j.click(t, 700, 352) // Đợt; Enter goes down
	for _, text := range []string{"1", "11/2026", "0"} {
		j.write(t, text)
		j.keys(t, "Return")
	}
	j.keys(t, "Down", "Down", "Down", "Down") // Thủ trưởng đơn vị
	j.write(t, "LE VAN CHU")
	j.keys(t, "Return")
	j.shot(t, "phan-dau")
	j.click(t, 260, 155)
	j.click(t, 660, 261) // Phần; Tab goes right
	j.write(t, "1")
	j.keys(t, "Tab", "F4")
	j.write(t, "sinh con")
	j.shot(t, "chon-nhom-huong")
	j.keys(t, "Return", "Right")
	for _, text := range []string{"01/10/2026", "31/03/2027", "182", "01/10/2026"} {
		j.write(t, text)
		j.keys(t, "Tab")
	}
	j.shot(t, "dot-nghi")
	for _, text := range []string{"ATM", "05/10/2026", "1", "SC1", "0123456789", "TRAN THI KIM OANH", "203"} {
		j.keys(t, "F8") // to what is asked next
		j.write(t, text)
		j.keys(t, "Return")
	}
	j.shot(t, "da-dien")
	j.click(t, check.x, check.y)
	j.shot(t, "kiem-tra")
	j.stop(t)
	row := j.dossier(t).Docs[0].Rows[0]
	for tag, want := range map[string]string{"HoTen": "Trần Thị Kim Oanh", "CheDo": "sinhCon", "TuNgay": "2026-10-01", "NgaySinhCon": "2026-10-05", "DieuKienSinhCon": "SC1", "MaNganHang": "203"} {
		if got := fmt.Sprint(row[tag]); got != want {
			t.Errorf("%s is %q, want %q", tag, got, want)
		}
	}
	out, _ := j.tool(j.console, "--data", j.data, "check", dossierID, "--json")
	var left struct {
		Faults []struct{ Code, Level string }
	}
	must(t, json.Unmarshal([]byte(out), &left))
	for _, f := range left.Faults {
		if f.Level == "Lỗi" && f.Code != "HS-10" { // the certificate of birth comes as a file
			t.Errorf("%s is left", f.Code)
		}
	}
}
