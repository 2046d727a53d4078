package dong_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"ankhai/forms/law"
	"ankhai/forms/law/dong"
)

// book is the program's figures with a company's choices.
func book(t *testing.T, all ...law.CachHieu) *law.Sach {
	t.Helper()
	s, err := (*law.Sach)(nil).VoiCachHieu(all)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func settings(t *testing.T, r law.KetQuaTinh) string {
	t.Helper()
	var out []string
	var walk func([]law.Buoc)
	walk = func(steps []law.Buoc) {
		for _, b := range steps {
			if strings.HasPrefix(b.Nhan, "Thiết lập") {
				out = append(out, b.Nhan+": "+b.CongThuc)
			}
			walk(b.Con)
		}
	}
	walk(r.Working)
	return strings.Join(out, "\n")
}

// An open point is read as answered this time, else as the company chose, else as the
// program has it; the working says which.
func TestWhoChose(t *testing.T) {
	late := `{"ngayDong":"2026-10-31","phuongThuc":"1","no":[{"thang":"2026-08","soTien":100000000}]%s}`
	for _, c := range []struct {
		what, answer string
		book         *law.Sach
		total        int64
		say          string
	}{
		{"nobody", "", nil, 900_000, "không tính ngày đóng (mặc định của chương trình)"},
		{"the company", "", book(t, law.CachHieu{Ten: "ngayDongTinh", Ma: "co"}), 930_000, "tính cả ngày đóng (đơn vị đã chọn)"},
		{"the company, with a reason", "", book(t, law.CachHieu{Ten: "ngayDongTinh", Ma: "co", CanCu: "C12-TS tháng 10"}), 930_000, "tính cả ngày đóng (đơn vị đã chọn theo C12-TS tháng 10)"},
		{"this time", `,"ngayDongTinh":"khong"`, book(t, law.CachHieu{Ten: "ngayDongTinh", Ma: "co"}), 900_000, "không tính ngày đóng (chọn cho lần tính này)"},
	} {
		m, _ := law.TimMayTinh("cham-dong")
		r, err := m.TinhJSON([]byte(strings.Replace(late, "%s", c.answer, 1)), c.book)
		if err != nil {
			t.Fatal(err)
		}
		if r.Total != c.total {
			t.Errorf("%s: %d, want %d", c.what, r.Total, c.total)
		}
		if got, want := settings(t, r), "Thiết lập: ngày đóng tiền: "+c.say; got != want {
			t.Errorf("%s: %q, want %q", c.what, got, want)
		}
	}
}

// A choice that must not be made silently is the company's, once it has chosen.
func TestHealthInsuranceOfUnpaidLeave(t *testing.T) {
	m, _ := law.TimMayTinh("dong-thang")
	answers := []byte(`{"thang":"2026-11","nhom":"a","luong":10000000,"vung":"01","khongLuong":14}`)
	var faults law.LoiVaos
	if _, err := m.TinhJSON(answers, nil); !errors.As(err, &faults) || faults[0].Ten != "bhytKhongLuong" {
		t.Errorf("nobody chose: %v", err)
	}
	for ma, want := range map[string]int64{"dong": 450_000, "khongDong": 0} {
		r, err := m.TinhJSON(answers, book(t, law.CachHieu{Ten: "bhytKhongLuong", Ma: ma}))
		if err != nil || r.Total != want {
			t.Errorf("%s: %d, %v, want %d", ma, r.Total, err, want)
		}
	}
}

// The way of rounding reaches the sums over a company as well as the calculators.
func TestRoundingOfTheCompany(t *testing.T) {
	in := dong.Input{Luong: 5_310_033, Thang: 202611, Vung: "01"}
	whole, err := dong.MucDong(in)
	if err != nil {
		t.Fatal(err)
	}
	in.Sach = book(t, law.CachHieu{Ten: "lamTron", Ma: "ben"})
	alone, err := dong.MucDong(in)
	if err != nil || alone.Parts.DonVi.HuuTri != 743_405 || whole.Parts.DonVi.HuuTri != 743_404 {
		t.Errorf("each side alone %d, the whole fund %d, %v", alone.Parts.DonVi.HuuTri, whole.Parts.DonVi.HuuTri, err)
	}
	long, err := dong.Contributions(in)
	if err != nil || long.Parts != alone.Parts || !strings.Contains(long.Working[len(long.Working)-1].CongThuc, "riêng từng bên (đơn vị đã chọn)") {
		t.Errorf("%+v, %v", long, err)
	}
}

// r of one year is the company's for that year alone.
func TestRateOfOneYear(t *testing.T) {
	own := book(t, law.CachHieu{Ten: "r", Ma: "0,5", Nam: 2026, CanCu: "Công văn thử"})
	m, _ := law.TimMayTinh("tu-nguyen-dong-bu")
	ask := func(day string, s *law.Sach) (law.KetQuaTinh, error) {
		b, err := json.Marshal(map[string]any{"ngayDong": day, "phaiDong": 1_000_000, "soThang": 1})
		if err != nil {
			t.Fatal(err)
		}
		return m.TinhJSON(b, s)
	}
	if r, err := ask("2026-11-22", own); err != nil || r.Total != 1_005_000 || settings(t, r) != "Thiết lập: r: 0,5% mỗi tháng (đơn vị đã chọn theo Công văn thử)" {
		t.Errorf("%d, %v, %s", r.Total, err, settings(t, r))
	}
	if r, err := ask("2026-11-22", nil); err != nil || r.Total != 1_003_100 || !strings.Contains(settings(t, r), "mặc định của chương trình: Công văn 151/BHXH-ĐTQ") {
		t.Errorf("%d, %v, %s", r.Total, err, settings(t, r))
	}
	var lack *law.ChuaBiet
	if _, err := ask("2027-01-05", own); !errors.As(err, &lack) {
		t.Errorf("the year after: %v, want what is not known", err)
	}
}

func TestFaultOfCachHieu(t *testing.T) {
	for want, c := range map[string]law.CachHieu{
		"không có tên gi-do":   {Ten: "gi-do", Ma: "x"},
		"không có mã x":        {Ten: "lamTron", Ma: "x"},
		"không theo năm":       {Ten: "lamTron", Ma: "ben", Nam: 2026},
		"phải ghi năm áp dụng": {Ten: "r", Ma: "0.31"},
		"nhiều nhất 4 chữ số":  {Ten: "r", Ma: "0.31415", Nam: 2026},
	} {
		if say := law.FaultOfCachHieu(c); !strings.Contains(say, want) {
			t.Errorf("%+v: %q, want …%s…", c, say, want)
		}
		if _, err := (*law.Sach)(nil).VoiCachHieu([]law.CachHieu{c}); err == nil {
			t.Errorf("%+v was taken", c)
		}
	}
}

// Every open point says why it is open, and has words for each choice.
func TestOpenPoints(t *testing.T) {
	var names []string
	for _, h := range law.DiemMos() {
		names = append(names, h.Ten)
		if h.GiupDo == "" {
			t.Errorf("%s: no help", h.Ten)
		}
	}
	if got, want := strings.Join(names, " "), "bhytKhongLuong lamTron ngayDongTinh r"; got != want {
		t.Errorf("open points %q, want %q", got, want)
	}
}
