package sheet

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

var tabs = []Tab{
	{Name: "Thông tin", Heads: []string{"Mục", "Giá trị"}, Lines: [][]string{{"Họ và tên", "Đặng Thị Ẩn"}, {"CCCD", "079190123457"}, {"Ghi chú", "=1+1"}, {"Điện thoại", "0912345678"}}},
	{Name: "Quá trình", Heads: []string{"Từ tháng"}},
}

// A workbook for reading comes back as it was written: numbers keep their zeros,
// and nothing becomes a formula.
func TestTabsAreTexts(t *testing.T) {
	data, err := WriteTabs(tabs, nil)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "Mục", "B3": "079190123457", "B4": "=1+1", "B5": "0912345678"} {
		got, err := f.GetCellValue("Thông tin", cell)
		if err != nil || got != want {
			t.Errorf("%s: got %q, %v, want %q", cell, got, err, want)
		}
	}
	if formula, _ := f.GetCellFormula("Thông tin", "B4"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	if got := f.GetSheetList(); len(got) != 2 || got[1] != "Quá trình" {
		t.Errorf("sheets %v", got)
	}
}

// With a password the workbook is a compound file of ciphertext: the right
// password opens it, another does not, and nothing of it can be read.
func TestPasswordOnAWorkbook(t *testing.T) {
	data, err := WriteTabs(tabs, []byte("mật khẩu 7"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		t.Fatalf("begins with % x, want the magic of a compound file", data[:8])
	}
	for _, word := range []string{"PK\x03\x04", "079190123457", "Đặng"} {
		if bytes.Contains(data, []byte(word)) {
			t.Errorf("%q can be read", word)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{Password: "mật khẩu 7"})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, _ := f.GetCellValue("Thông tin", "B2"); got != "Đặng Thị Ẩn" {
		t.Errorf("unlocked: %q", got)
	}
	for _, wrong := range []string{"", "mật khẩu 8", "MẬT KHẨU 7"} {
		if _, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{Password: wrong}); err == nil {
			t.Errorf("password %q opened it", wrong)
		}
	}
	if _, err := Read(context.Background(), data, Options{Name: "x.xlsx"}); !errors.Is(err, ErrPassword) {
		t.Errorf("an import of a locked workbook: got %v, want ErrPassword", err)
	}
}
