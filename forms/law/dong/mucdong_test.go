package dong

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"ankhai/forms/law"
)

func TestContributions(t *testing.T) {
	b, err := os.ReadFile("testdata/dong.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		ID    string
		Input struct {
			Luong               int64
			Thang, Vung         string
			NuocNgoai, TNLDThap bool
		}
		CanCuBHXH, CanCuBHTN int64
		Parts
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.ID, func(t *testing.T) {
			thang, ok := law.ParseMonth(c.Input.Thang)
			if !ok {
				t.Fatalf("no month %q", c.Input.Thang)
			}
			got, err := Contributions(Input{
				Luong: c.Input.Luong, Thang: thang, Vung: c.Input.Vung,
				NuocNgoai: c.Input.NuocNgoai, TNLDThap: c.Input.TNLDThap,
			})
			if err != nil {
				t.Fatal(err)
			}
			if got.Parts != c.Parts {
				t.Errorf("parts\n got %+v\nwant %+v", got.Parts, c.Parts)
			}
			if got.CanCu != c.CanCuBHXH || got.CanCuTN != c.CanCuBHTN {
				t.Errorf("bases %d, %d, want %d, %d", got.CanCu, got.CanCuTN, c.CanCuBHXH, c.CanCuBHTN)
			}
			if want := c.NguoiLaoDong.Tong + c.DonVi.Tong; got.Total != want {
				t.Errorf("total %d, want %d", got.Total, want)
			}
		})
	}
}

// The working can be read, and its results are the parts.
func TestContributionsWorking(t *testing.T) {
	got, err := Contributions(Input{Luong: 60_000_000, Thang: 202611, Vung: "01"})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	var sum int64
	for _, b := range got.Working {
		lines = append(lines, b.Nhan+": "+b.CongThuc)
		setting := strings.HasPrefix(b.Nhan, "Thiết lập")
		if b.CanCu == "" || (len(b.Vao) == 0 && !setting) {
			t.Errorf("%s: no basis or no inputs", b.Nhan)
		}
		if strings.Contains(b.Nhan, ":") {
			sum += b.KetQua
		}
	}
	want := `Căn cứ đóng BHXH, BHYT: số nhỏ hơn của 60.000.000 và 20 × 2.530.000 = 50.600.000
Căn cứ đóng BHTN: số nhỏ hơn của 60.000.000 và 20 × 5.310.000 = 106.200.000
Hưu trí, tử tuất: người lao động: 50.600.000 × 8% = 4.048.000
Hưu trí, tử tuất: đơn vị: 50.600.000 × (8% + 14%) − 4.048.000 = 7.084.000
Ốm đau, thai sản: đơn vị: 50.600.000 × 3% = 1.518.000
Tai nạn lao động, bệnh nghề nghiệp: đơn vị: 50.600.000 × 0,5% = 253.000
Bảo hiểm y tế: người lao động: 50.600.000 × 1,5% = 759.000
Bảo hiểm y tế: đơn vị: 50.600.000 × (1,5% + 3%) − 759.000 = 1.518.000
Bảo hiểm thất nghiệp: người lao động: 60.000.000 × 1% = 600.000
Bảo hiểm thất nghiệp: đơn vị: 60.000.000 × (1% + 1%) − 600.000 = 600.000
Thiết lập: làm tròn: tròn đến đồng cho cả quỹ của từng người, đơn vị đóng phần còn lại (mặc định của chương trình)`
	if s := strings.Join(lines, "\n"); s != want {
		t.Errorf("working\n got %s\nwant %s", s, want)
	}
	if sum != got.Total {
		t.Errorf("working adds up to %d, total is %d", sum, got.Total)
	}
	if len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0], "kê hai dòng") {
		t.Errorf("warnings %q", got.Warnings)
	}
	b, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"parts":{"nguoiLaoDong":{"huuTri":4048000,"bhyt":759000,"bhtn":600000,"tong":5407000},"donVi":{"omDauThaiSan":1518000,"huuTri":7084000,"tnld":253000,"bhyt":1518000,"bhtn":600000,"tong":10973000}}`,
		`"total":16380000`, `"working":[{"label":`,
	} {
		if !strings.Contains(string(b), part) {
			t.Errorf("no %s in %s", part, b)
		}
	}
}

// What is missing is named; nothing comes out in part.
func TestContributionsUnknown(t *testing.T) {
	for _, c := range []struct {
		what string
		in   Input
		ten  string
	}{
		{"before the figures", Input{Luong: 10_000_000, Thang: 201712, Vung: "01"}, "tran-bhxh-so-lan"},
		{"lower TNLĐ before it existed", Input{Luong: 10_000_000, Thang: 202006, Vung: "01", TNLDThap: true}, "ty-le-tnld-thap-don-vi"},
	} {
		got, err := Contributions(c.in)
		var lack *law.ChuaBiet
		if !errors.As(err, &lack) || lack.Ten != c.ten || lack.Say == "" {
			t.Errorf("%s: got error %v, want one naming %s", c.what, err, c.ten)
		}
		if got.Total != 0 || got.Working != nil {
			t.Errorf("%s: got a result in part: %+v", c.what, got)
		}
	}
}

// Input that is wrong or impossible is refused with words, all of it at once.
func TestContributionsRefused(t *testing.T) {
	for _, c := range []struct {
		what string
		in   Input
		ten  string
	}{
		{"no pay", Input{Thang: 202611, Vung: "01"}, "luong"},
		{"negative pay", Input{Luong: -1, Thang: 202611, Vung: "01"}, "luong"},
		{"no month", Input{Luong: 1, Vung: "01"}, "thang"},
		{"no such month", Input{Luong: 1, Thang: 202613, Vung: "01"}, "thang"},
		{"before the funds", Input{Luong: 1, Thang: 199412, Vung: "01"}, "thang"},
		{"no region", Input{Luong: 1, Thang: 202611}, "vung"},
		{"no such region", Input{Luong: 1, Thang: 202611, Vung: "05"}, "vung"},
		{"a foreigner in no such region", Input{Luong: 1, Thang: 202611, Vung: "05", NuocNgoai: true}, "vung"},
		{"a foreigner on BHTN", Input{Luong: 1, Thang: 202611, Vung: "01", NuocNgoai: true, BHTN: true}, "bhtn"},
		{"everything", Input{Luong: -1, Thang: 199412, Vung: "9", NuocNgoai: true, BHTN: true}, "thang luong vung bhtn"},
	} {
		for name, compute := range map[string]func(Input) (KetQua, error){"Contributions": Contributions, "MucDong": MucDong} {
			got, err := compute(c.in)
			var faults law.LoiVaos
			var named []string
			if errors.As(err, &faults) {
				for _, f := range faults {
					named = append(named, f.Ten)
					if f.Say == "" {
						t.Errorf("%s, %s: no words for %s", name, c.what, f.Ten)
					}
				}
			}
			if s := strings.Join(named, " "); s != c.ten {
				t.Errorf("%s, %s: named %q (%v), want %q", name, c.what, s, err, c.ten)
			}
			if got.Total != 0 || got.Working != nil {
				t.Errorf("%s, %s: got a result in part: %+v", name, c.what, got)
			}
		}
	}
}

func TestContributionsWarnings(t *testing.T) {
	for _, c := range []struct {
		in   Input
		want string
	}{
		{Input{Luong: 1_500_000, Thang: 202611, Vung: "04"}, "thấp hơn mức tham chiếu: đóng theo 2.530.000 đồng"},
		{Input{Luong: 5_000_000, Thang: 202611, Vung: "01"}, "thấp hơn lương tối thiểu vùng 5.310.000 đồng"},
		{Input{Luong: 10_000_000, Thang: 202201, Vung: "01"}, "Không áp dụng cho"},
	} {
		got, err := Contributions(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if s := strings.Join(got.Warnings, "\n"); !strings.Contains(s, c.want) {
			t.Errorf("%+v: warnings %q, want …%s…", c.in, s, c.want)
		}
	}
}

// MucDong gives the same amounts as Contributions.
func TestMucDongIsTheSame(t *testing.T) {
	for luong := int64(1_000_000); luong < 130_000_000; luong += 777_777 {
		for _, in := range []Input{{Luong: luong, Thang: 202611, Vung: "03"}, {Luong: luong, Thang: 202201, Vung: "01", TNLDThap: true}, {Luong: luong, Thang: 202507, NuocNgoai: true}} {
			long, err := Contributions(in)
			if err != nil {
				t.Fatal(err)
			}
			short, err := MucDong(in)
			if err != nil || short.Parts != long.Parts || short.Total != long.Total || short.CanCu != long.CanCu || short.CanCuTN != long.CanCuTN {
				t.Fatalf("%+v: %+v, want %+v (%v)", in, short.Parts, long.Parts, err)
			}
			if short.Working != nil {
				t.Fatal("a working was written")
			}
		}
	}
}
