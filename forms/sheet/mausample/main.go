// Command mausample writes the sample payrolls of practice mode: two months of
// an invented factory, the employer, and the proposals that must come out of
// comparing them. The people are invented; the seed is fixed, so the same
// options give the same bytes.
//
//	go run ./forms/sheet/mausample -out assets/sample
//	go run ./forms/sheet/mausample -n 10000 -out DIR
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"ankhai/forms/facts"
	"ankhai/forms/sheet/bia"
)

func main() {
	n := flag.Int("n", base, "workers in October, at least 120")
	out := flag.String("out", "", "folder to write to")
	flag.Parse()
	if *out == "" || *n < base {
		flag.Usage()
		os.Exit(2)
	}
	if err := write(*n, ordinary(*n), *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// employer is the sample company. Its tax code is a well-formed one; address,
// telephone and e-mail are invented.
var employer = facts.DonVi{
	MaSoThue: "0100109106", Ten: "CÔNG TY CỔ PHẦN MAY BÌNH MINH", MaDonVi: "YN0001A", CoQuanBHXH: "07906",
	DiaChi: "Số 1 đường Thực Hành, Thành phố Hồ Chí Minh", Email: "nhansu@maybinhminh.invalid", DienThoai: "0900000001",
	NguoiDaiDien: "Lê Hoàng Minh Khải", NganhNghe: "May trang phục", Vung: "01",
	NoiLamViec: "Phường Tân Bình, Thành phố Hồ Chí Minh", Mau: "#2e7d32", ThucHanh: true,
}

const november = "BangLuong T11"

// write writes the two workbooks of a factory of n people and their oracle.
func write(n int, happen counts, dir string) error {
	m := invent(bia.New(26, 11), n, happen)
	for i := range m.october {
		m.october[i].PhuongAn = ""
	}
	oct, _, err := writeRegister("BangLuong T10", "10", "Ngày 31 tháng 10 năm 2026", m.october, false)
	if err != nil {
		return err
	}
	nov, at, err := writeRegister(november, "11", "Ngày 30 tháng 11 năm 2026", m.november, true)
	if err != nil {
		return err
	}
	place := func(maNV string) string {
		if row, ok := at[maNV]; ok {
			return fmt.Sprintf("%s!A%d", november, row)
		}
		return ""
	}
	for i := range m.expect {
		m.expect[i].Source = place(m.expect[i].Source)
	}
	for i := range m.doubts {
		m.doubts[i].Source, m.doubts[i].Other = place(m.doubts[i].Source), place(m.doubts[i].Other)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("write sample: %w", err)
	}
	files := map[string][]byte{"luong-2026-10.xlsx": oct, "luong-2026-11.xlsx": nov, "de-xuat-2026-11.json": readable(m.expect), "donvi.json": readable(employer), "bo-sung-2026-11.json": readable(answers(m.expect))}
	if happen.unclear {
		files["chua-ro-2026-11.json"] = readable(m.doubts)
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return fmt.Errorf("write sample: %w", err)
		}
	}
	return nil
}

func readable(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // plain data of ours
	}
	return b.Bytes()
}
