package xmlfile_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"ankhai/forms/form/formtest"
	"ankhai/forms/law"
	"ankhai/forms/xmlfile"
)

func hoso() xmlfile.Hoso {
	return xmlfile.Hoso{
		IVAN: xmlfile.IVAN{Ma: "99999", Ten: "Tổ chức I-VAN mẫu"},
		DonVi: xmlfile.DonVi{Ten: "Công ty TNHH May Mẫu & Con", MaDonVi: "YN0001A", LoaiDoiTuong: "1", MaSoThue: "0100109106",
			NguoiKy: "Nguyễn Văn Mẫu", DienThoai: "0912345678", CoQuanBHXH: "07906"},
		TenThuTuc: "Báo tăng, báo giảm, điều chỉnh", MaThuTuc: "600", KyKeKhai: 202611, NgayLap: 20261122,
		Files: []xmlfile.File{
			{TenFile: "D02-TS-595.xml", MoTa: "Danh sách", Content: []byte("<D02-TS/>"), MaToKhai: "D02-TS"},
			{TenFile: "Hợp đồng lao động.pdf", MoTa: "Hợp đồng", Content: []byte("%PDF-1.7\x00\xff"), MaToKhai: "CT-DK"},
			{TenFile: "rong.xlsx", Content: []byte{}, MaToKhai: "CT-DK"},
		},
	}
}

func TestEnvelopeRoundTrip(t *testing.T) {
	want := hoso()
	data, err := xmlfile.BuildEnvelope(want)
	if err != nil {
		t.Fatal(err)
	}
	formtest.Schema(t, "xsd/BHXHDienTu.xsd", data)
	if !bytes.HasSuffix(data, []byte("</NoiDung><CKy_Dvi></CKy_Dvi></Hoso>")) {
		t.Errorf("ends in %q", data[len(data)-60:])
	}
	got, odds, err := xmlfile.ReadEnvelope(data)
	if err != nil || len(odds) > 0 {
		t.Fatalf("%v %v", err, odds)
	}
	if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	length := strconv.Itoa(base64.StdEncoding.EncodedLen(len(want.Files[0].Content)))
	if !bytes.Contains(data, []byte("<DoDaiFile>"+length+"</DoDaiFile>")) {
		t.Errorf("DoDaiFile is not the length of the base64 text, %s", length)
	}
}

func TestEnvelopeInUse(t *testing.T) {
	for _, name := range []string{"BHXHDienTu.xml", "BHXHDienTu.signed.xml"} {
		h, odds, err := xmlfile.ReadEnvelope(read(t, name))
		if err != nil || len(odds) > 0 {
			t.Fatalf("%s: %v %v", name, err, odds)
		}
		if h.MaThuTuc != "600" || h.KyKeKhai != law.Month(202611) || len(h.Files) != 3 || h.Files[0].MaToKhai != "D02-TS" {
			t.Errorf("%s: got %s %s, %d files", name, h.MaThuTuc, h.KyKeKhai, len(h.Files))
		}
		if f := xmlfile.Validate(h.Files[0].TenFile, h.Files[0].Content); len(f) > 0 {
			t.Errorf("the D02 inside: %v", f)
		}
	}
}

func TestMaToKhai(t *testing.T) {
	for name, want := range map[string]string{
		"D02-TS-595.xml": "D02-TS", "TK1-TS-595.xml": "TK1-TS", "M01B-HSB.xml": "M01B-HSB", "05A-HSB.xml": "05A-HSB",
		"TK3-TS.xml": "TK3-TS", "a.pdf": "CT-DK", "a.PDF": "CT-DK", "a.docx": "CT-DK", "a.xlsx": "CT-DK",
		"a.exe": "", "a": "", ".xml": "",
	} {
		if got, ok := xmlfile.MaToKhai(name); got != want || ok != (want != "") {
			t.Errorf("%s: got %q %v, want %q", name, got, ok, want)
		}
	}
	for in, want := range map[string]string{"600": "600", "600-595": "600", "630_166": "630", "604_959": "604", "630a": "630a"} {
		if got := xmlfile.MaThuTuc(in); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

var unsafeNames = []string{
	"", ".", "..", "../D02-TS-595.xml", "/etc/passwd.xml", `..\a.xml`, `C:\a.xml`, "a/b.xml", "a\x00.xml", "a\n.xml",
	"CON.xml", "nul.pdf", "com1.xml", "lpt9.pdf", "a.xml.", "a.xml ", " a.xml", ".a.xml", "a:b.xml", "a\u202Elmx.exe.xml",
	strings.Repeat("a", 260) + ".xml", "a\xff.xml", "a?.xml", "con .xml",
}

func TestEnvelopeRefusesPaths(t *testing.T) {
	good, err := xmlfile.BuildEnvelope(hoso())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range unsafeNames {
		h := hoso()
		h.Files[0].TenFile = name
		if _, err := xmlfile.BuildEnvelope(h); !errors.Is(err, xmlfile.ErrName) {
			t.Errorf("build %q: got %v, want ErrName", name, err)
		}
		if strings.ContainsRune(name, 0) || strings.Contains(name, "\xff") {
			continue // no XML
		}
		bad := bytes.Replace(good, []byte("<TenFile>D02-TS-595.xml</TenFile>"), []byte("<TenFile>"+name+"</TenFile>"), 1)
		if h, _, err := xmlfile.ReadEnvelope(bad); !errors.Is(err, xmlfile.ErrName) || len(h.Files) > 0 {
			t.Errorf("read %q: got %v, want ErrName and nothing else", name, err)
		}
	}
	for _, name := range []string{"D02-TS-595.xml", "Hợp đồng (1).pdf", "console.xml", "a.b.xml"} {
		if !xmlfile.SafeName(name) {
			t.Errorf("%q is refused", name)
		}
	}
}

func TestEnvelopeNamesWhatIsOdd(t *testing.T) {
	good, err := xmlfile.BuildEnvelope(hoso())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		old, new string
		want     xmlfile.OddKind
	}{
		{"<SoLuongFile>3<", "<SoLuongFile>2<", xmlfile.OddCount},
		{"<DoDaiFile>12<", "<DoDaiFile>9<", xmlfile.OddLength},
		{"<NoiDungFile>PE", "<NoiDungFile>*E", xmlfile.OddBase64},
		{"<LoaiFile>.pdf<", "<LoaiFile>.xml<", xmlfile.OddExtension},
		{"<MaToKhai>D02-TS<", "<MaToKhai>TK1-TS<", xmlfile.OddCode},
		{"<TenFile>rong.xlsx<", "<TenFile>Hợp đồng lao động.PDF<", xmlfile.OddName},
		{"<MaIVAN>99999</MaIVAN>", "", ""},
		{"<MaThuTuc>600</MaThuTuc>", "<MaThuTuc>600</MaThuTuc><MaThuTuc>601</MaThuTuc>", xmlfile.OddTwice},
		{"<QuyTrinhISO></QuyTrinhISO>", "<Khac/>", xmlfile.OddUnknown},
		{"<CKy_Dvi></CKy_Dvi>", "", xmlfile.OddMissing},
		{"<KyKeKhai>11/2026<", "<KyKeKhai>2026-13<", xmlfile.OddValue},
		{"<NgayLap>22/11/2026<", "<NgayLap>31/11/2026<", xmlfile.OddValue},
	} {
		bad := bytes.Replace(good, []byte(c.old), []byte(c.new), 1)
		if bytes.Equal(bad, good) {
			t.Fatalf("%s is not in the envelope", c.old)
		}
		_, odds, err := xmlfile.ReadEnvelope(bad)
		if err != nil {
			t.Errorf("%s: %v", c.new, err)
		}
		has := c.want == "" && len(odds) == 0
		for _, o := range odds {
			has = has || o.Kind == c.want
		}
		if !has {
			t.Errorf("%s: got %v, want %s", c.new, odds, c.want)
		}
	}
}

func TestEnvelopeLimits(t *testing.T) {
	h := hoso()
	for i := range xmlfile.MaxFiles {
		h.Files = append(h.Files, xmlfile.File{TenFile: fmt.Sprintf("a%d.pdf", i)})
	}
	if _, err := xmlfile.BuildEnvelope(h); !errors.Is(err, xmlfile.ErrMany) {
		t.Errorf("got %v, want ErrMany", err)
	}
	h = hoso()
	h.Files[0].TenFile = "virus.exe"
	if _, err := xmlfile.BuildEnvelope(h); !errors.Is(err, xmlfile.ErrKind) {
		t.Errorf("got %v, want ErrKind", err)
	}
	good, _ := xmlfile.BuildEnvelope(hoso())
	i, j := bytes.Index(good, []byte("<FileToKhai>")), bytes.Index(good, []byte("</FileToKhai>"))+len("</FileToKhai>")
	many := append(append(append([]byte{}, good[:i]...), bytes.Repeat(good[i:j], xmlfile.MaxFiles+1)...), good[j:]...)
	if _, _, err := xmlfile.ReadEnvelope(many); !errors.Is(err, xmlfile.ErrMany) {
		t.Errorf("got %v, want ErrMany", err)
	}
	for _, bad := range []string{"<!DOCTYPE Hoso><Hoso/>", "<Hoso>&x;</Hoso>", "<Khac/>", "", "<Hoso>"} {
		if _, _, err := xmlfile.ReadEnvelope([]byte(bad)); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

func FuzzReadEnvelope(f *testing.F) {
	f.Add(mustRead("testdata/BHXHDienTu.xml"))
	good, _ := xmlfile.BuildEnvelope(hoso())
	f.Add(good)
	f.Fuzz(func(t *testing.T, data []byte) {
		h, odds, err := xmlfile.ReadEnvelope(data)
		if err != nil {
			return
		}
		for _, x := range h.Files {
			if !xmlfile.SafeName(x.TenFile) {
				t.Fatalf("unsafe name came through: %q", x.TenFile)
			}
		}
		if len(odds) > 0 {
			return
		}
		again, err := xmlfile.BuildEnvelope(h)
		if err != nil {
			return
		}
		if _, odds, err := xmlfile.ReadEnvelope(again); err != nil || len(odds) > 0 {
			t.Fatalf("what we wrote does not read back: %v %v", err, odds)
		}
	})
}
