package sheet

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

var update = flag.Bool("update", false, "write the expected parts of testdata/*.txt")

// A case is a text file: sections begin with «== name». «sheet NAME» and
// «hidden NAME» are sheets as sheetXML reads them, «option» lines set things,
// «rows» and «problems» are what must come out.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	if len(files) < 9 {
		t.Fatalf("only %d cases found", len(files))
	}
	fired := map[string]bool{}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			runCase(t, file, fired)
		})
	}
	for _, code := range []string{xlNoHead, xlNoColumn, xlNoResult, xlCellError, xlHiddenRows, xlSheetSkipped, xlOtherMonth, xlTwoColumns, xlNoName, xlName,
		xlOldConverted, xlOldUnsure, xlMaSo, xlCCCD, xlRounded, xlDigits, xlBirth, xlBirthUnsure, xlSex, xlMoney, xlThousand, xlHeSo, xlFraction, xlNoPay,
		xlTwiceCCCD, xlTwiceMaSo, xlPhuongAn, xlDay, xlTwiceName, xlCode, xlUnsureLine, xlHousehold, xlContact, xlMonthFirst, xlSymbol, xlTimeOnly, xlBackwards} {
		if !fired[code] {
			t.Errorf("no case shows %s", code)
		}
	}
}

func runCase(t *testing.T, file string, fired map[string]bool) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	book, opt := testBook{}, Options{Month: 202611}
	var head strings.Builder
	want := map[string]string{}
	for i, part := range strings.Split("\n"+string(text), "\n== ") {
		name, body, _ := strings.Cut(part, "\n")
		kind, rest, _ := strings.Cut(name, " ")
		switch {
		case i == 0:
			head.WriteString(strings.TrimPrefix(part, "\n"))
			continue
		case kind == "sheet" || kind == "hidden":
			book.sheets = append(book.sheets, testSheet{rest, sheetXML(body), kind == "hidden"})
		case kind == "option" && rest == "1904":
			book.date1904 = true
		case kind == "option":
			opt.Month, _ = law.ParseMonth(rest)
		default:
			want[name] = strings.TrimSpace(body)
			continue
		}
		head.WriteString("\n== " + strings.TrimRight(part, "\n") + "\n")
	}
	b := mustRead(t, book.bytes(), opt)
	readsTheSameAgain(t, b, opt.Month)
	got := map[string]string{"columns": showColumns(b), "rows": showRows(b.Rows), "problems": showProblems(b.Problems)}
	if len(b.Times) > 0 || len(b.Symbols) > 0 {
		got["rows"] = strings.TrimSpace(got["rows"] + "\nchấm công:\n" + showRows(b.Times) + "\nký hiệu: " + showSymbols(b.Symbols))
	}
	for _, p := range b.Problems {
		fired[p.Code] = true
	}
	if *update {
		out := head.String()
		for _, k := range []string{"columns", "rows", "problems"} {
			out += "\n== " + k + "\n" + got[k] + "\n"
		}
		if err := os.WriteFile(file, []byte(strings.TrimLeft(out, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for k, g := range got {
		if g != want[k] {
			t.Errorf("%s\n--- got\n%s\n--- want\n%s", k, g, want[k])
		}
	}
	again := mustRead(t, book.bytes(), Options{Month: opt.Month, Mapping: &b.Mapping})
	if g := showRows(again.Rows) + showRows(again.Times); g != showRows(b.Rows)+showRows(b.Times) {
		t.Errorf("read again with its mapping, rows are\n%s", g)
	}
}

func showColumns(b *Book) string {
	var out []string
	for _, s := range b.Sheets {
		line := fmt.Sprintf("%s: ", s.Name)
		if s.Used {
			line += fmt.Sprintf("layout %q, header %d–%d, %d people", s.Layout, s.HeadFrom, s.HeadTo, s.Rows)
		} else {
			line += s.Reason
		}
		out = append(out, line)
		for _, c := range s.Columns {
			if s.Used {
				out = append(out, fmt.Sprintf("  %-2s %-45s %s %d", c.Col, c.Head, c.Field, c.Confidence))
			}
		}
	}
	return strings.Join(out, "\n")
}

func showSymbols(list []Symbol) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%s=%s(%s,%d,%s)", s.Symbol, s.Meaning, s.From, s.Count, s.Cell))
	}
	return strings.Join(out, " ")
}

func showRows(rows []facts.DongLuong) string {
	var out []string
	for _, d := range rows {
		line := []string{d.Noi.String()}
		add := func(k, v string) {
			if v != "" && v != "0" {
				line = append(line, k+"="+v)
			}
		}
		add("maNV", d.MaNV)
		add("hoTen", d.HoTen)
		add("sinh", d.NgaySinh.String())
		add("gt", string(d.GioiTinh))
		add("cccd", d.SoCCCD)
		add("maSo", d.MaSoBHXH)
		add("qt", d.QuocTich)
		add("dt", d.DanToc)
		add("tel", d.DienThoai)
		add("phong", d.PhongBan)
		add("chucDanh", d.ChucDanh)
		add("noi", d.NoiLamViec)
		add("xa", d.MaXa)
		add("tinh", d.MaTinh)
		add("kcb", d.MaKCB)
		add("vung", d.Vung)
		if d.HopDong != (facts.HopDong{}) {
			add("hd", fmt.Sprintf("%s|%s|%s|%s|%s", d.HopDong.So, d.HopDong.NgayKy, d.HopDong.Loai, d.HopDong.Tu, d.HopDong.Den))
		}
		if l := d.Luong; l.Known {
			add("luong", fmt.Sprintf("%d", l.MucLuong))
			add("phuCap", fmt.Sprintf("%d", l.PhuCap))
			add("boSung", fmt.Sprintf("%d", l.BoSung))
			add("heSo", fmt.Sprintf("%d", l.HeSo))
			add("tnvk", fmt.Sprintf("%d", l.TNVK))
		} else {
			add("luong", "?")
		}
		if d.NgayCongBiet {
			add("cong", fmt.Sprintf("%d/10", d.NgayCong))
		}
		add("kl", fmt.Sprintf("%d", d.KhongLuong))
		if c := d.ChamCong; c.Co() {
			add("cham", fmt.Sprintf("%s từ %s %s", c.Noi, c.Tu, c.Nua))
		}
		add("pa", d.PhuongAn)
		add("tu", d.TuThang.String())
		add("den", d.DenThang.String())
		add("ghiChu", d.GhiChu)
		out = append(out, strings.Join(line, " · "))
	}
	return strings.Join(out, "\n")
}

func showProblems(ps []Problem) string {
	var out []string
	for _, p := range ps {
		s := fmt.Sprintf("%s %s %s!%s [%s] %s", p.Code, p.Level, p.Sheet, p.Cell, p.Value, p.Message)
		if p.Fix != "" {
			s += " ⇒ " + p.Fix
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}
