package mau

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/sheet"
)

// few is enough people for the catalogue.
const few = 300

func read(t *testing.T, bo *Bo, data []byte) *sheet.Book {
	t.Helper()
	b, err := sheet.Read(t.Context(), data, sheet.Options{Name: bo.Ten + ".xlsx", Month: Thang})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The same workbook written in other manners is read the same: texts inside the
// cells, names with a prefix, cells without addresses, single quotes, other folders.
func TestMannersOfWriting(t *testing.T) {
	for _, layout := range CacNguoi {
		bo := Ban(layout, few)
		want := read(t, bo, Viet(bo.Trang, Cach{}))
		for _, c := range []Cach{{Trong: true}, {Tien: "x"}, {Tien: "ss", Trong: true, KhongO: true}, {Nhay: true, KhongO: true}, {TenPhan: "spreadsheet/ml"}} {
			t.Run(fmt.Sprintf("%s %+v", bo.Ten, c), func(t *testing.T) {
				if got := read(t, bo, Viet(bo.Trang, c)); !reflect.DeepEqual(got, want) {
					t.Errorf("%d people and %d problems, want %d and %d", len(got.Rows)+len(got.Times), len(got.Problems), len(want.Rows)+len(want.Times), len(want.Problems))
				}
			})
		}
	}
}

// Opened and written again by another library, the workbook is read the same.
func TestAnotherLibrary(t *testing.T) {
	for _, layout := range CacNguoi {
		bo := Ban(layout, few)
		f, err := excelize.OpenReader(bytes.NewReader(Viet(bo.Trang, Cach{})))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range f.GetSheetList() { // touched, or it would be copied unread
			if err := f.SetSheetProps(s, &excelize.SheetPropsOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		check(t, bo, read(t, bo, out.Bytes()))
	}
}

// A clean payroll saved as text gives the same people.
func TestAsText(t *testing.T) {
	for _, layout := range []string{"L2", "L4", "CONG-45"} {
		bo := Sach(layout, few)
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = ';'
		for _, line := range bo.Trang[0].Bang() {
			if err := w.Write(line); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		got, err := sheet.Read(t.Context(), b.Bytes(), sheet.Options{Name: bo.Trang[0].Ten + ".csv", Month: Thang})
		if err != nil {
			t.Fatal(err)
		}
		check(t, bo, got)
	}
}

// marked are the dirty fixtures with their comments, and how many each has.
func marked(t *testing.T) (books map[string][]byte, of map[string]*Bo, cells map[string]int) {
	t.Helper()
	books, of, cells = map[string][]byte{}, map[string]*Bo{}, map[string]int{}
	for _, layout := range CacNguoi {
		bo := Ban(layout, few)
		data := Viet(bo.Trang, Cach{})
		out, n, err := sheet.Mark(t.Context(), data, bo.Ten+".xlsx", read(t, bo, data).Problems)
		if err != nil {
			t.Fatal(err)
		}
		books[bo.Ten], of[bo.Ten], cells[bo.Ten] = out, bo, n
	}
	return books, of, cells
}

func comments(t *testing.T, data []byte) (n int) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range f.GetSheetList() {
		list, err := f.GetComments(s)
		if err != nil {
			t.Fatal(err)
		}
		n += len(list)
	}
	return n
}

// The dirty workbooks with comments on their cells are read as before, and other
// programs find every comment.
func TestMarked(t *testing.T) {
	books, of, cells := marked(t)
	for name, data := range books {
		check(t, of[name], read(t, of[name], data))
		if n := comments(t, data); n != cells[name] {
			t.Errorf("%s: %d comments on %d cells", name, n, cells[name])
		}
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		return
	}
	profile := t.TempDir()
	for name, data := range resaved(t, books, func(_, to string, names []string) *exec.Cmd { return libre(office, profile, to, names) }) {
		if n := comments(t, data); n != cells[name] {
			t.Errorf("%s saved again: %d comments on %d cells", name, n, cells[name])
		}
	}
}

func libre(office, profile, to string, names []string) *exec.Cmd {
	return exec.Command(office, append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", to}, names...)...)
}

// resaved has a program write the workbooks of a folder again and answers them by name.
func resaved(t *testing.T, books map[string][]byte, run func(from, to string, names []string) *exec.Cmd) map[string][]byte {
	t.Helper()
	from, to := t.TempDir(), t.TempDir()
	var names []string
	for name, data := range books {
		path := filepath.Join(from, name+".xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, path)
	}
	slices.Sort(names)
	if out, err := run(from, to, names).CombinedOutput(); err != nil {
		t.Fatalf("%v: %.2000s", err, out)
	}
	made := map[string][]byte{}
	for name := range books {
		data, err := os.ReadFile(filepath.Join(to, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		made[name] = data
	}
	return made
}

// The workbooks that LibreOffice and openpyxl wrote, ours saved again and new ones of
// their own, are read as ours: every person, every fault at its cell, nothing else.
// They are committed; lam-lai.sh makes them again.
func TestOtherPrograms(t *testing.T) {
	for _, bo := range CacKhac() {
		if !slices.Contains(CacNguoi, bo.Layout) {
			continue // app/office reads claims and statements
		}
		for _, how := range CachKhac {
			name := bo.Ten + "." + how + ".xlsx"
			t.Run(name, func(t *testing.T) {
				data, err := os.ReadFile("testdata/khac/" + name)
				if err != nil {
					t.Fatalf("%v: run lam-lai.sh", err)
				}
				check(t, bo, read(t, bo, data))
			})
		}
	}
}

// The committed files are those of CacKhac, and small.
func TestOtherProgramsFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/khac/*.xlsx")
	if err != nil || len(files) != len(CacKhac())*len(CachKhac) {
		t.Errorf("%d files, want %d of each of %d: %v", len(files), len(CachKhac), len(CacKhac()), err)
	}
	sum := int64(0)
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			t.Fatal(err)
		}
		sum += info.Size()
	}
	if sum > 1<<20 {
		t.Errorf("the files are %d bytes together", sum)
	}
}

// What openpyxl writes today from the same values is read the same too.
func TestOpenpyxlToday(t *testing.T) {
	python := ""
	for _, p := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(p, "-c", "import openpyxl").Run() == nil {
			python = p
			break
		}
	}
	if python == "" {
		t.Skip("openpyxl is not installed; the committed files are read all the same")
	}
	books, of := map[string][]byte{}, map[string]*Bo{}
	for _, layout := range CacNguoi {
		bo := BanTinh(layout, few)
		books[bo.Ten], of[bo.Ten] = Viet(bo.Trang, Cach{}), bo
	}
	for name, data := range resaved(t, books, func(_, to string, names []string) *exec.Cmd {
		return exec.Command(python, append([]string{"openpyxl_viet.py", "luu", to}, names...)...)
	}) {
		t.Run(name, func(t *testing.T) { check(t, of[name], read(t, of[name], data)) })
	}
}

// The same options give the same bytes.
func TestSameBytes(t *testing.T) {
	for _, layout := range Cac {
		if a, b := Ban(layout, few), Ban(layout, few); !bytes.Equal(Viet(a.Trang, Cach{}), Viet(b.Trang, Cach{})) || strings.Join(Dinh(a.Loi), "\n") != strings.Join(Dinh(b.Loi), "\n") {
			t.Errorf("%s differs from itself", layout)
		}
	}
}
