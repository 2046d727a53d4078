package lich

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"ankhai/forms/law"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// The calendar as a person reads it: every holiday, the rest given for it, and
// what a year's decision still has to say.
func TestCalendarGolden(t *testing.T) {
	l := Chung()
	var b strings.Builder
	b.WriteString("# Ngày nghỉ lễ, tết trong lịch\n\nChỉ những ngày luật đã định; ngày Thủ tướng quyết định hằng năm do người dùng nhập.\n")
	for nam := 2025; nam <= 2028; nam++ {
		fmt.Fprintf(&b, "\n## %d\n\n| Ngày | Thứ | Nghỉ | Căn cứ | Độ chắc |\n|---|---|---|---|---|\n", nam)
		for _, n := range l.Cua(nam) {
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", n.Ngay, Thu(n.Ngay), n.Ten, n.CanCu, n.Confidence)
		}
		for _, c := range l.ChuaRoGiua(law.DayOf(nam, 1, 1), law.DayOf(nam, 12, 31)) {
			fmt.Fprintf(&b, "\nChưa rõ, %s đến %s: %s.\n", c.Tu, c.Den, c.Say)
		}
	}
	const file = "testdata/lich.md"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("the calendar has changed, see -update:\n%s", got)
	}
}

func day(t *testing.T, s string) law.Day {
	t.Helper()
	d, ok := law.ParseDay(s)
	if !ok {
		t.Fatalf("no day: %q", s)
	}
	return d
}

func TestPeriods(t *testing.T) {
	l := Chung()
	for name, c := range map[string]struct {
		got  law.Day
		want string
	}{
		"45 ngày, ngày đầu không tính":                {ThemNgay(day(t, "01/11/2026"), 45), "16/12/2026"},
		"30 ngày kể cả ngày đầu, tháng 31 ngày":       {ThemNgayKeCa(day(t, "01/10/2026"), 30), "30/10/2026"},
		"30 ngày kể cả ngày đầu, tháng 02":            {ThemNgayKeCa(day(t, "01/02/2027"), 30), "02/03/2027"},
		"6 tháng tới cùng ngày":                       {ThemThang(day(t, "15/05/2026"), 6), "15/11/2026"},
		"6 tháng từ 31/8 là cuối tháng 02":            {ThemThang(day(t, "31/08/2026"), 6), "28/02/2027"},
		"6 tháng từ 31/8 tới năm nhuận":               {ThemThang(day(t, "31/08/2027"), 6), "29/02/2028"},
		"12 tháng từ 29/02":                           {ThemThang(day(t, "29/02/2028"), 12), "28/02/2029"},
		"nghỉ trọn 6 tháng từ ngày 01":                {HetThang(day(t, "01/11/2026"), 6), "30/04/2027"},
		"nghỉ trọn 6 tháng từ ngày 03":                {HetThang(day(t, "03/11/2026"), 6), "02/05/2027"},
		"nghỉ trọn 6 tháng từ 31/8":                   {HetThang(day(t, "31/08/2027"), 6), "29/02/2028"},
		"ngày cuối tháng sau, qua năm":                {CuoiThangSau(202612), "31/01/2027"},
		"ngày cuối tháng sau, năm nhuận":              {CuoiThangSau(202801), "29/02/2028"},
		"7 ngày làm việc từ thứ hai":                  {l.ThemNgayLam(day(t, "16/11/2026"), 7), "25/11/2026"},
		"7 ngày làm việc từ thứ sáu":                  {l.ThemNgayLam(day(t, "20/11/2026"), 7), "01/12/2026"},
		"1 ngày làm việc từ chủ nhật":                 {l.ThemNgayLam(day(t, "22/11/2026"), 1), "23/11/2026"},
		"7 ngày làm việc qua 30/4, 01/5 và nghỉ bù":   {l.ThemNgayLam(day(t, "26/04/2027"), 7), "07/05/2027"},
		"7 ngày làm việc qua Giỗ Tổ rơi vào chủ nhật": {l.ThemNgayLam(day(t, "24/04/2026"), 3), "04/05/2026"},
		"5 ngày làm việc qua Tết Dương lịch":          {l.ThemNgayLam(day(t, "29/12/2026"), 5), "06/01/2027"},
		"20 ngày không kể lễ, qua Tết":                {l.ThemNgayKhongLe(day(t, "01/02/2027"), 20), "26/02/2027"},
		"20 ngày không kể lễ, không có lễ":            {l.ThemNgayKhongLe(day(t, "01/11/2026"), 20), "21/11/2026"},
		"không ngày nào":                              {l.ThemNgayLam(day(t, "22/11/2026"), 0), "22/11/2026"},
		"sớm: chủ nhật về thứ sáu":                    {l.Som(day(t, "22/11/2026")), "20/11/2026"},
		"sớm: mùng 1 Tết 2027 về thứ sáu":             {l.Som(day(t, "06/02/2027")), "05/02/2027"},
	} {
		if c.got.String() != c.want {
			t.Errorf("%s: got %s, want %s", name, c.got, c.want)
		}
	}
}

func TestLastDayThatIsOff(t *testing.T) {
	l := Chung()
	for from, want := range map[string]string{
		"20/11/2026": "20/11/2026 ",
		"21/11/2026": "23/11/2026 Thứ bảy",
		"22/11/2026": "23/11/2026 Chủ nhật",
		"01/01/2027": "04/01/2027 Tết Dương lịch",
		"30/04/2027": "04/05/2027 Ngày Chiến thắng", // 01/5 is a Saturday, 03/5 the rest given for it
		"03/05/2027": "04/05/2027 Nghỉ bù Ngày Quốc tế lao động",
		"27/04/2026": "28/04/2026 Nghỉ bù Giỗ Tổ Hùng Vương",
	} {
		end, why := l.Lui(day(t, from))
		if got := end.String() + " " + why; got != want {
			t.Errorf("%s: got %q, want %q", from, got, want)
		}
	}
}

// A year's decision is entered by the user, and what it settles is not asked any more.
func TestTheUsersRows(t *testing.T) {
	own := func(s, name string, work bool) Ngay {
		return Ngay{Ngay: day(t, s), Ten: name, CanCu: "Thông báo nghỉ lễ", LamViec: work, Confidence: law.Medium}
	}
	l, err := Moi(TuyChon{Them: []Ngay{own("01/09/2026", "Nghỉ Quốc khánh", false), own("31/08/2026", "Nghỉ hoán đổi", false), own("22/08/2026", "Làm bù", true)}})
	if err != nil {
		t.Fatal(err)
	}
	if l.LamViec(20260901) || l.LamViec(20260831) || !l.LamViec(20260822) || !Chung().LamViec(20260901) {
		t.Error("the user's rows do not speak")
	}
	// 22/8 is worked, 31/8 and 01/9 are off: 22, 24–28 are six, 03/9 is the seventh
	if got := l.ThemNgayLam(20260821, 7).String(); got != "03/09/2026" {
		t.Errorf("7 ngày làm việc từ 21/08/2026: got %s, want 03/09/2026", got)
	}
	if n := len(Chung().ChuaRoGiua(20260825, 20260910)); n != 1 {
		t.Errorf("without rows: %d open stretches around 02/9, want 1", n)
	}
	if n := len(l.ChuaRoGiua(20260825, 20260910)); n != 0 {
		t.Errorf("with rows: %d open stretches around 02/9, want 0", n)
	}
	if c := Chung().ChuaRoGiua(20310101, 20310601); len(c) != 1 || !strings.Contains(c[0].Say, "chưa có ngày Tết") {
		t.Errorf("a year without its lunar days: %+v", c)
	}
	six, err := Moi(TuyChon{LamThuBay: true})
	if err != nil {
		t.Fatal(err)
	}
	if got := six.ThemNgayLam(20261120, 7).String(); got != "28/11/2026" {
		t.Errorf("a week of six days: got %s, want 28/11/2026", got)
	}
	for name, bad := range map[string]Ngay{
		"Ngày":     {Ten: "x", CanCu: "y"},
		"Tên ngày": {Ngay: 20260901, CanCu: "y"},
		"Căn cứ":   {Ngay: 20260901, Ten: "x"},
	} {
		if _, err := Moi(TuyChon{Them: []Ngay{bad}}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := Moi(TuyChon{Them: []Ngay{own("01/09/2026", "x", false), own("01/09/2026", "y", false)}}); err == nil {
		t.Error("the same day twice is taken")
	}
}

func TestLoaderNamesFileAndLine(t *testing.T) {
	const le = "ngay\tten\ttu\tcan_cu\tconfidence\tghi_chu\n01-01\tTết\t2021-01-01\tBộ luật\thigh\t\n"
	const am = "nam\ttet\tgio_to\tconfidence\tnguon\n2026\t2026-02-17\t2026-04-26\thigh\tx\n"
	for name, c := range map[string]struct{ le, am, want string }{
		"cells":    {le + "05-01\tx\n", am, "ngay-le.tsv:3"},
		"no basis": {le + "05-01\tx\t2021-01-01\t\thigh\t\n", am, "ngay-le.tsv:3: a holiday needs"},
		"gap":      {le, am + "2028\t2028-01-26\t2028-04-04\thigh\tx\n", "am-lich.tsv:3: year 2028"},
		"year":     {le, am + "2027\t2028-01-26\t2028-04-04\thigh\tx\n", "am-lich.tsv:3: a lunar year"},
	} {
		_, err := load(fstest.MapFS{"data/ngay-le.tsv": {Data: []byte(c.le)}, "data/am-lich.tsv": {Data: []byte(c.am)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}
