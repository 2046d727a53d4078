package hsdklandau

import (
	"encoding/base64"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, I2024) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, I2024) }

func TestProperties(t *testing.T) { formtest.Properties(t, I2024) }

func TestSample(t *testing.T) { formtest.Sample(t, I2024, "testdata/HSDK-LanDau.xml") }

func TestTep(t *testing.T) {
	r := Tep("TK3-TS-595.xml", "Tờ khai đơn vị", []byte("<TK3-TS/>"))
	want := base64.StdEncoding.EncodeToString([]byte("<TK3-TS/>"))
	if NoiDungFile.Get(r) != want || DoDaiFile.Get(r) != int64(len(want)) || MaToKhai.Get(r) != "TK3-TS" {
		t.Errorf("got %s", I2024.Table.AppendRow(nil, r))
	}
	for ten, want := range map[string]string{"DKKD.pdf": "CT-DK", "D02-TS-595.XML": "D02-TS", "a.zip": "", "": "", ".xml": ""} {
		if got, _ := MaToKhaiCua(ten); got != want {
			t.Errorf("%s: got %q, want %q", ten, got, want)
		}
	}
}

// While TK3-TS has no XML it is packed as a PDF, and is there all the same.
func TestPackedTK3IsAPDF(t *testing.T) {
	d := form.New(I2024)
	d.Rows = I2024.Packs([]form.Packed{{Name: "TK3-TS.pdf", MoTa: "Tờ khai đơn vị", Content: []byte("%PDF-1.7")}})
	if got := formtest.Faults(d.Check(20261122, 202611)); strings.Contains(got, "HSDK-LanDau-36") || MaToKhai.Get(d.Rows[0]) != "CT-DK" {
		t.Errorf("got %s", got)
	}
}

func TestDau(t *testing.T) {
	dv := facts.DonVi{Ten: "Công ty TNHH May Mẫu", MaSoThue: "0100109106", CoQuanBHXH: "07906", NguoiDaiDien: "Nguyễn Văn Mẫu"}
	got := string(I2024.Head.AppendRow(nil, Dau(dv, "BHXH cơ sở Mẫu", "00050", 20261122)))
	want := `{"TenDonVi":"Công ty TNHH May Mẫu","MaSoThue":"0100109106","LoaiDoiTuong":"1","CoQuanBHXH":"07906",` +
		`"TenCoQuan":"BHXH cơ sở Mẫu","MaIVAN":"00050","TenIVAN":"Viettel","NgayLap":"2026-11-22","NgayDangKy":"2026-11-22"}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Files of more than five megabytes are too much for the programs in use.
func TestTooLarge(t *testing.T) {
	d := form.New(I2024)
	d.Rows = []form.Row{Tep("TK3-TS.xml", "Tờ khai", []byte(strings.Repeat("a", 3*mb))), Tep("a.pdf", "Giấy tờ", []byte(strings.Repeat("b", 3*mb)))}
	if got := formtest.Faults(d.Check(20261122, 202611)); !strings.Contains(got, "HSDK-LanDau-37 Nhắc") {
		t.Errorf("got %s", got)
	}
}
