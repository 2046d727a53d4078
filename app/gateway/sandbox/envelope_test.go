package sandbox_test

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// day is the day of every test.
var day = time.Date(2026, 11, 22, 9, 20, 0, 0, time.FixedZone("+07", 7*3600))

func clockAt(t *time.Time) func() time.Time { return func() time.Time { return *t } }

type tep struct{ ma, ten, loai, noiDung, doDai string }

// d02 is a D02-TS with one person.
func d02(pa, maSo, cccd string) string {
	return `<?xml version="1.0" encoding="utf-8"?><D02-TS><NoiDung><LaoDong><STT>1</STT><HoTen>TRẦN THỊ THỬ</HoTen><MasoBHXH>` +
		maSo + `</MasoBHXH><PA>` + pa + `</PA><CMND>` + cccd + `</CMND></LaoDong></NoiDung><Cky/></D02-TS>`
}

func d02File() tep {
	return tep{ma: "D02-TS", ten: "D02-TS-595.xml", loai: ".xml", noiDung: d02("TM", "9900000001", "000000000001")}
}

// build writes an envelope that is right, unless edit makes it wrong.
func build(files []tep, edit ...string) []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="utf-8"?><Hoso xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><NoiDung>` +
		`<ThongTinIVAN><MaIVAN>00999</MaIVAN><TenIVAN>I-VAN MẪU THỬ</TenIVAN></ThongTinIVAN>` +
		`<ThongTinDonVi><TenDoiTuong>CÔNG TY TNHH MẪU THỬ</TenDoiTuong><MaSoBHXH>ZZ00000</MaSoBHXH><LoaiDoiTuong>1</LoaiDoiTuong><MaSoThue>0000000000</MaSoThue><NguoiKy>NGUYỄN VĂN MẪU</NguoiKy><DienThoai>0240000000</DienThoai><CoQuanQuanLy>99999</CoQuanQuanLy></ThongTinDonVi>` +
		`<ThongTinHoSo><TenThuTuc>Báo tăng</TenThuTuc><MaThuTuc>600</MaThuTuc><KyKeKhai>11/2026</KyKeKhai><NgayLap>22/11/2026</NgayLap>`)
	fmt.Fprintf(&b, "<SoLuongFile>%d</SoLuongFile><QuyTrinhISO /><ToKhais>", len(files))
	for _, f := range files {
		text := base64.StdEncoding.EncodeToString([]byte(f.noiDung))
		if f.doDai == "" {
			f.doDai = fmt.Sprint(len(text))
		}
		fmt.Fprintf(&b, "<FileToKhai><MaToKhai>%s</MaToKhai><MoTaToKhai>mô tả</MoTaToKhai><TenFile>%s</TenFile><LoaiFile>%s</LoaiFile><DoDaiFile>%s</DoDaiFile><NoiDungFile>%s</NoiDungFile></FileToKhai>", f.ma, f.ten, f.loai, f.doDai, text)
	}
	b.WriteString(`</ToKhais></ThongTinHoSo></NoiDung><CKy_Dvi><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature></CKy_Dvi></Hoso>`)
	return []byte(strings.NewReplacer(edit...).Replace(b.String()))
}

// dossier is a right envelope that differs from every other n.
func dossier(n int) []byte {
	f := d02File()
	f.noiDung = d02("TM", fmt.Sprintf("99%08d", n), fmt.Sprintf("%012d", n))
	return build([]tep{f})
}

// codes lists the codes of a refusal.
func codes(fs []gateway.Finding) string {
	var out []string
	for _, f := range fs {
		if !f.NhacNho {
			out = append(out, f.Ma)
		}
	}
	return strings.Join(out, " ")
}

func TestEnvelopeFaultsAreNamedByTheirCode(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	pdf := tep{ma: "CT-DK", ten: "HopDong.pdf", loai: ".pdf", noiDung: "%PDF-1.4"}
	with := func(f tep) []byte { return build([]tep{d02File(), f}) }
	byteLength := d02File()
	byteLength.doDai = fmt.Sprint(len(byteLength.noiDung))
	claims := d02File()
	claims.doDai = "100000000"
	many := []tep{d02File()}
	for i := range 6 {
		many = append(many, tep{ma: "CT-DK", ten: fmt.Sprintf("a%d.pdf", i), loai: ".pdf", noiDung: "%PDF-1.4"})
	}
	big := tep{ma: "CT-DK", ten: "to.pdf", loai: ".pdf", noiDung: strings.Repeat("A", 5<<20)}
	bomb := d02File()
	bomb.noiDung = `<!DOCTYPE a [<!ENTITY b "c">]><D02-TS>&b;</D02-TS>`
	cases := []struct {
		name, want, words string
		xml               []byte
	}{
		{"right", "", "", build([]tep{d02File(), pdf})},
		{"DOCTYPE", "E-XML-01", "DOCTYPE", build([]tep{d02File()}, "<Hoso ", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><Hoso ")},
		{"not XML", "E-XML-01", "XML", []byte("PK\x03\x04 no xml")},
		{"cut off", "E-XML-01", "không đọc được", build([]tep{d02File()})[:900]},
		{"UTF-16", "E-XML-01", "UTF-8", []byte("\xff\xfe<\x00H\x00o\x00")},
		{"other encoding", "E-XML-01", "", build([]tep{d02File()}, `encoding="utf-8"?><Hoso`, `encoding="utf-7"?><Hoso`)},
		{"two roots", "E-XML-01", "gốc", append(build([]tep{d02File()}), "<Hoso/>"...)},
		{"other root", "E-XML-01", "Hoso", []byte("<HoSo/>")},
		{"deep", "E-XML-01", "lồng", []byte(strings.Repeat("<a>", 100_000))},
		{"wide", "E-XML-01", "quá nhiều", build([]tep{d02File()}, "<NguoiKy>", strings.Repeat("<X/>", 100_000)+"<NguoiKy>")},
		{"order", "E-XML-02", "thứ tự", build([]tep{d02File()}, "<MaIVAN>00999</MaIVAN><TenIVAN>I-VAN MẪU THỬ</TenIVAN>", "<TenIVAN>I-VAN MẪU THỬ</TenIVAN><MaIVAN>00999</MaIVAN>")},
		{"unknown element", "E-XML-02", "khuôn dạng", build([]tep{d02File()}, "<NguoiKy>", "<X>1</X><NguoiKy>")},
		{"foreign namespace", "E-XML-02 E-XML-02", "khuôn dạng", build([]tep{d02File()}, "<NguoiKy>NGUYỄN VĂN MẪU</NguoiKy>", `<NguoiKy xmlns="urn:x">A</NguoiKy>`)},
		{"missing value", "E-XML-02", "NguoiKy: phải có", build([]tep{d02File()}, "<NguoiKy>NGUYỄN VĂN MẪU</NguoiKy>", "")},
		{"no QuyTrinhISO", "", "", build([]tep{d02File()}, "<QuyTrinhISO />", "")},
		{"count", "E-ENV-01", "ghi 9", build([]tep{d02File()}, "<SoLuongFile>1<", "<SoLuongFile>9<")},
		{"DoDaiFile in bytes", "E-ENV-02", "số byte", build([]tep{byteLength})},
		{"DoDaiFile claims 100 MB", "E-ENV-02", "100000000", build([]tep{claims})},
		{"base64 broken", "E-ENV-02 E-ENV-02", "base64", build([]tep{d02File()}, "<NoiDungFile>", "<NoiDungFile>\n!")},
		{"path in TenFile", "E-ENV-03 E-ENV-04", "đường dẫn", build([]tep{{ma: "D02-TS", ten: "../../D02-TS-595.xml", loai: ".xml", noiDung: d02("TM", "1", "2")}})},
		{"stream in TenFile", "E-ENV-03", "đường dẫn", with(tep{ma: "CT-DK", ten: "a.pdf:b.pdf", loai: ".pdf", noiDung: "x"})},
		{"direction mark in TenFile", "E-ENV-03", "đường dẫn", with(tep{ma: "CT-DK", ten: "a\u202egnp.pdf", loai: ".pdf", noiDung: "x"})},
		{"duplicate names", "E-ENV-03", "trùng", build([]tep{d02File(), pdf, {ma: "CT-DK", ten: "hopdong.PDF", loai: ".PDF", noiDung: "x"}})},
		{"LoaiFile", "E-ENV-03", "phần mở rộng", with(tep{ma: "CT-DK", ten: "a.pdf", loai: ".xlsx", noiDung: "x"})},
		{"jpg", "E-ENV-03", "chỉ nhận", with(tep{ma: "CT-DK", ten: "a.jpg", loai: ".jpg", noiDung: "x"})},
		{"MaToKhai", "E-ENV-04", "phải là CT-DK", with(tep{ma: "HD", ten: "a.pdf", loai: ".pdf", noiDung: "x"})},
		{"form missing", "E-ENV-04", "phải có tờ khai D02-TS", build([]tep{pdf})},
		{"form not of procedure", "E-ENV-04", "không nhận", with(tep{ma: "D05-TS", ten: "D05-TS-595.xml", loai: ".xml", noiDung: "<D05-TS/>"})},
		{"procedure unknown", "E-ENV-04", "danh mục thủ tục", build([]tep{d02File()}, "<MaThuTuc>600<", "<MaThuTuc>999<")},
		{"I-VAN", "E-ENV-05", "00040", build([]tep{d02File()}, "<MaIVAN>00999<", "<MaIVAN>00040<")},
		{"period form", "E-ENV-06", "dạng 11/2026", build([]tep{d02File()}, "<KyKeKhai>11/2026<", "<KyKeKhai>2026-11<")},
		{"day form", "E-ENV-06", "dạng 22/11/2026", build([]tep{d02File()}, "<NgayLap>22/11/2026<", "<NgayLap>31/02/2026<")},
		{"period ahead in 600", "", "", build([]tep{d02File()}, "<KyKeKhai>11/2026<", "<KyKeKhai>12/2026<")},
		{"period ahead in 607", "E-ENV-06", "11/2026", build([]tep{{ma: "TK1-TS", ten: "TK1-TS-595.xml", loai: ".xml", noiDung: "<TK1-TS/>"}}, "<MaThuTuc>600<", "<MaThuTuc>607<", "<KyKeKhai>11/2026<", "<KyKeKhai>12/2026<")},
		{"seven files", "E-LIM-01", "không quá 6", build(many)},
		{"over 5 MB", "E-LIM-02", "không quá 5 MB", with(big)},
		{"entities in a declaration", "E-XML-01", "Tờ khai", build([]tep{bomb})},
		{"everything at once", "E-XML-02 E-ENV-01 E-ENV-02 E-ENV-06", "", build([]tep{byteLength}, "<NguoiKy>NGUYỄN VĂN MẪU</NguoiKy>", "", "<SoLuongFile>1<", "<SoLuongFile>3<", "<KyKeKhai>11/2026<", "<KyKeKhai>13/2026<")},
	}
	stored := 0
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, c.xml)
			_, err := r.client.Submit(t.Context(), p)
			if c.want == "" {
				if err != nil {
					t.Fatalf("submit: %v: %s", err, refusal(err))
				}
				stored++
				return
			}
			if !isRefused(err) {
				t.Fatalf("got %v, want a refusal", err)
			}
			if got := codes(findingsOf(err)); got != c.want {
				t.Errorf("codes: got %q, want %q (%s)", got, c.want, refusal(err))
			}
			if !strings.Contains(refusal(err), c.words) {
				t.Errorf("words: got %q, want them to hold %q", refusal(err), c.words)
			}
			if _, err := r.client.Lookup(t.Context(), p.Key); !isUnknown(err) {
				t.Errorf("look up after refusal: got %v, want ErrUnknownKey", err)
			}
		})
	}
	if got := len(r.box.Submissions()); got != stored {
		t.Errorf("stored %d, want %d", got, stored)
	}
}

// The unit's own declaration has no published XML: it is taken as a PDF of its name,
// and no other PDF stands in for it.
func TestADeclarationWithoutXMLIsAPDF(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	send := func(name string) string {
		pdf := tep{ma: "CT-DK", ten: name, loai: ".pdf", noiDung: "%PDF-1.4 " + name}
		_, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, build([]tep{pdf}, "<MaThuTuc>600<", "<MaThuTuc>604<")))
		return codes(findingsOf(err))
	}
	if got := send("TK3-TS.pdf"); got != "" {
		t.Errorf("TK3-TS.pdf: %s", got)
	}
	if got := send("ban-ve.pdf"); got != "E-ENV-04 E-ENV-04" {
		t.Errorf("another PDF: %s", got)
	}
}

func TestLenientTakesUnknownElements(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Lenient: true})
	got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, build([]tep{d02File()}, "<NguoiKy>", "<X>1</X><NguoiKy>")))
	if err != nil || len(got.CanhBao) != 1 || got.CanhBao[0].Ma != "E-XML-02" || !got.CanhBao[0].NhacNho {
		t.Errorf("got %+v, %v; want one reminder E-XML-02", got.CanhBao, err)
	}
}

func TestInjectedChecks(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Checks: sandbox.Checks{
		Signature: func(name string, _ []byte) (string, error) {
			if name == "D02-TS-595.xml" {
				return "", sandbox.Finding{Ma: "E-SIG-02", ThongBao: "sai giá trị băm"}
			}
			return "0100109106", nil
		},
		PDF: func(string, []byte) (string, error) { return "", fmt.Errorf("chữ ký không phủ hết tệp") },
		Declaration: func(ma, ten string, b []byte) []sandbox.Finding {
			return []sandbox.Finding{{Ma: "E-BIZ-07", Cho: "dòng 1", ThongBao: "Tiền lương: phải có"}, {Ma: "E-XML-02", ThongBao: "PA: sai thứ tự"}}
		},
	}})
	xml := build([]tep{d02File(), {ma: "CT-DK", ten: "a.pdf", loai: ".pdf", noiDung: "%PDF"}})
	_, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, xml))
	if got, want := codes(findingsOf(err)), "E-XML-02 E-SIG-05 E-SIG-02 E-SIG-03 E-BIZ-07"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	unsigned := build([]tep{d02File()}, `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>`, "")
	_, err = r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, unsigned))
	if got, want := codes(findingsOf(err)), "E-XML-02 E-SIG-01 E-SIG-02 E-BIZ-07"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnAnswerStaysBounded(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	flood := build([]tep{d02File()}, "<NguoiKy>", strings.Repeat("<X/>", 10_000)+"<NguoiKy>")
	_, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, flood))
	found := findingsOf(err)
	if !isRefused(err) || len(found) != 200 || !strings.Contains(found[199].ThongBao, "Còn 9801 lỗi") {
		t.Errorf("got %d findings, %v", len(found), err)
	}
}

// A check that breaks is the gateway's trouble and settles nothing.
func TestABrokenCheckIsNotARefusal(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Checks: sandbox.Checks{
		Declaration: func(string, string, []byte) []sandbox.Finding { panic("bug") },
	}})
	p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1))
	if _, err := r.client.Submit(t.Context(), p); !errors.Is(err, gateway.ErrUnclear) {
		t.Errorf("got %v, want ErrUnclear", err)
	}
	if _, err := r.client.Lookup(t.Context(), p.Key); !isUnknown(err) {
		t.Errorf("look up: got %v, want ErrUnknownKey", err)
	}
}

func TestAcceptedBytesComeBackUnchanged(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1))
	if _, err := r.client.Submit(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if b, err := r.box.Envelope(p.Key); err != nil || string(b) != string(p.Bytes) {
		t.Errorf("got %d bytes, %v", len(b), err)
	}
}
