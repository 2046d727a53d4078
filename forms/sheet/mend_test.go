package sheet

import (
	"context"
	"reflect"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// readsTheSameAgain holds every line that was kept as it was written against what the
// workbook gave: read again without a correction it is the same line, with the same
// problems.
func readsTheSameAgain(t *testing.T, b *Book, m law.Month) {
	t.Helper()
	for i, d := range b.Rows {
		if d.Goc == nil {
			continue
		}
		got, problems := Mend(b.Rows, b.Problems, i, d.Goc, m)
		if !reflect.DeepEqual(got, d) {
			t.Errorf("line of %s is another when it is read again", d.Noi)
		}
		if gone, come := minus(b.Problems, problems), minus(problems, b.Problems); len(gone)+len(come) > 0 {
			t.Errorf("line of %s: problems gone %v, come %v", d.Noi, gone, come)
		}
	}
}

const wrongCells = "Mã NV;Họ và tên;Mã số BHXH;Ngày sinh;Giới tính;Số CCCD;Mức lương đóng BHXH;Phụ cấp lương\n" +
	"NV01;Nguyễn Thị Huế;7900000001;31/02/1990;Nữ;079190000001;6.000.000;\n" +
	"NV02;Trần Văn Hai;7900000002;03/04/1991;Nam;07909100000;5tr;500.000\n" +
	"NV03;Lê Thị Ca;7900000003;10/10/1995;Nữ;079195000009;6.000.000;\n" +
	"NV04;Lý Thị Tư;7900000004;11/10/1995;Nữ;079195000009;6.000.000;\n"

// corrected reads line i again with one cell put right.
func corrected(t *testing.T, rows []facts.DongLuong, ps []Problem, i int, cell, value string) (facts.DongLuong, []Problem) {
	t.Helper()
	if rows[i].Goc == nil {
		t.Fatalf("line %d was not kept as it was written", i)
	}
	line := *rows[i].Goc
	line.O = append([]facts.OGoc(nil), line.O...)
	for k := range line.O {
		if line.O[k].O == cell {
			line.O[k].Sua = &facts.SuaO{Ghi: value}
		}
	}
	return Mend(rows, ps, i, &line, 202611)
}

// A cell that could not be read is put right without the workbook: the line is read
// again with all of its cells, so that pay that waited for one part is whole.
func TestMend(t *testing.T) {
	b, err := Read(context.Background(), []byte(wrongCells), Options{Name: "luong.csv", Month: 202611})
	if err != nil {
		t.Fatal(err)
	}
	hue, ps := corrected(t, b.Rows, b.Problems, 0, "D2", "28/02/1990")
	if hue.NgaySinh != 19900228 || count(ps, "D2") != 0 || len(ps) != len(b.Problems)-1 {
		t.Errorf("born %s; problems %v", hue.NgaySinh, ps)
	}
	hai, ps := corrected(t, b.Rows, b.Problems, 1, "G3", "5.000.000")
	if !hai.Luong.Known || hai.Luong.MucLuong != 5_000_000 || hai.Luong.PhuCap != 500_000 || hai.SoCCCD != "" || count(ps, "F3") != 1 {
		t.Errorf("known %t; problems %v", hai.Luong.Known, ps)
	}
	// still no amount: named anew, with what stands there now
	_, ps = corrected(t, b.Rows, b.Problems, 1, "G3", "5 triệu")
	if count(ps, "G3") != 1 || ps[2].Value != "5 triệu" {
		t.Errorf("problems %v", ps)
	}
	// a number of two people: the other line's problem goes as well
	if count(b.Problems, "F4") != 1 || count(b.Problems, "F5") != 1 {
		t.Fatalf("problems %v", b.Problems)
	}
	tu, ps := corrected(t, b.Rows, b.Problems, 3, "F5", "079195000010")
	if tu.SoCCCD != "079195000010" || count(ps, "F4")+count(ps, "F5") != 0 {
		t.Errorf("problems %v", ps)
	}
	// and comes where a correction makes one
	_, ps = corrected(t, b.Rows, b.Problems, 1, "F3", "079195000009")
	if count(ps, "F3") == 0 || count(ps, "F4") == 0 {
		t.Errorf("problems %v", ps)
	}
}

func count(ps []Problem, cell string) (n int) {
	for _, p := range ps {
		if p.Cell == cell {
			n++
		}
	}
	return n
}
