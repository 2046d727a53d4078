package sandbox_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

const (
	sign  = `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>`
	using = `<?xml version="1.0" encoding="utf-8"?><BHXH><DKI_BHXH><TTDVI><DIADIEM>Hà Nội</DIADIEM><NGAY_LAP>22/11/2026</NGAY_LAP><TEN_DVI>CÔNG TY TNHH MẪU THỬ</TEN_DVI><MA_DVI>ZZ00000</MA_DVI><DIACHI_LHE>Số 1</DIACHI_LHE><EMAIL>a@example.invalid</EMAIL><DIEN_THOAI>0240000000</DIEN_THOAI><TEN_THUTUC>Thu BHXH</TEN_THUTUC><TEN_IVAN>I-VAN MẪU THỬ</TEN_IVAN>%s</TTDVI>` +
		`<TTCKY_DVI><TTCKY><SERIAL>00AA</SERIAL><SUBJECT>UID=MST:0000000000, CN=CÔNG TY TNHH MẪU THỬ</SUBJECT><BEGIN>01/01/2026</BEGIN><END>01/01/2029</END></TTCKY></TTCKY_DVI></DKI_BHXH><CKYDTU_DVI>` + sign + `</CKYDTU_DVI><CKYDTU_IVAN/></BHXH>`
	firstHead = `<Hoso><NoiDung><TenCoQuan>BHXH cơ sở Mẫu</TenCoQuan><MaCoQuan>99999</MaCoQuan><LoaiDoiTuong>1</LoaiDoiTuong><TenDoiTuong>CÔNG TY MỚI</TenDoiTuong><MaSoThue>0000000001</MaSoThue><DienThoai>0240000000</DienThoai><Email>moi@example.invalid</Email><NguoiLienHe>NGUYỄN VĂN MẪU</NguoiLienHe><DiaChi>Số 1</DiaChi><DiaChiLienHe>Số 1</DiaChiLienHe><DienThoaiLienHe>0240000000</DienThoaiLienHe><NgayLap>22/11/2026</NgayLap><NgayDangKy>22/11/2026</NgayDangKy><MaIVan>00999</MaIVan><TenIVan>IVAN-MAU</TenIVan><PTNhanKetQua>1</PTNhanKetQua>`
	first     = firstHead + `<ToKhais><FileToKhai><MaToKhai>CT-DK</MaToKhai><MoTaToKhai>Giấy chứng nhận</MoTaToKhai><TenFile>DKKD.pdf</TenFile><LoaiFile>.pdf</LoaiFile><DoDaiFile>8</DoDaiFile><NoiDungFile>JVBERi0x</NoiDungFile></FileToKhai></ToKhais></NoiDung><CKy_Dvi>` + sign + `</CKy_Dvi></Hoso>`
)

// send submits a package of any kind and returns the answer.
func (c *caller) send(want int, loai, file string, xml []byte) map[string]any {
	c.t.Helper()
	key := gateway.NewKey()
	return c.call("POST /v1/ho-so", want, submission(key, loai, file, xml), "/v1/ho-so", keyHead, key)
}

func (c *caller) unitState(tax string) string {
	c.t.Helper()
	u := c.call("GET /v1/don-vi/{maSoThue}", 200, nil, "/v1/don-vi/"+tax)
	return fmt.Sprint(u["trangThai"], " ", u["maDonVi"], " ", u["tuNgay"], " ", u["denNgay"])
}

// A unit registers with the I-VAN, changes what it said, and stops: what it sends
// afterwards is refused.
func TestUseOfTheIVAN(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Steps: sandbox.Steps{GiaiQuyet: time.Hour, KetQua: 24 * time.Hour}})
	c := newCaller(t, r)
	use := func(more string) []byte { return fmt.Appendf(nil, using, more) }
	stop := use("<NGAY_NGUNG>30/11/2026</NGAY_NGUNG><LYDO_NGUNG>Chuyển nhà cung cấp</LYDO_NGUNG>")
	if p := c.send(422, "HSDK", "06_NG-IVAN.xml", stop); p["ma"] != "E-ENV-05" {
		t.Errorf("a stranger stops: %v", p["ma"])
	}
	got := c.send(201, "HSDK", "04_DK-IVAN.xml", use(""))
	if so := got["soHoSo"]; so != "00001/2026/99999" {
		t.Errorf("number: %v", so)
	}
	at = day.Add(25 * time.Hour)
	if s := c.unitState("0000000000"); s != "dangDung ZZ00000 2026-11-23 <nil>" {
		t.Errorf("registered: %s", s)
	}
	if p := c.send(422, "HSDK", "04_DK-IVAN.xml", use("")); p["ma"] != "E-ENV-05" {
		t.Errorf("registers twice: %v", p["ma"])
	}
	c.send(201, "HSDK", "05_SD-IVAN.xml", use(""))
	c.send(201, "HSDK", "06_NG-IVAN.xml", stop)
	c.send(201, "HSNV", "BHXHDienTu.xml", dossier(1)) // not stopped yet
	at = day.Add(80 * time.Hour)
	if s := c.unitState("0000000000"); s != "daNgung ZZ00000 2026-11-23 2026-11-30" {
		t.Errorf("stopped: %s", s)
	}
	if p := c.send(422, "HSNV", "BHXHDienTu.xml", dossier(2)); p["ma"] != "E-ENV-05" {
		t.Errorf("sends after it stopped: %v", p["ma"])
	}
	c.call("GET /v1/thong-bao", 403, nil, "/v1/thong-bao?maDonVi=ZZ00000")
}

func TestNoticesOfUseAreCheckedInTheirOrder(t *testing.T) {
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at), Checks: sandbox.Checks{
		Signature: func(string, []byte) (string, error) { return "0100109106", nil },
		Declaration: func(ma, _ string, _ []byte) []sandbox.Finding {
			return []sandbox.Finding{{Ma: "E-BIZ-" + ma, ThongBao: "x"}}
		},
	}})
	c := newCaller(t, r)
	good := fmt.Sprintf(using, "")
	for _, x := range []struct{ name, xml, want string }{
		{"tax code of somebody else", good, "E-SIG-05 E-BIZ-04_DK-IVAN"},
		{"not signed", strings.Replace(good, sign, "", 1), "E-SIG-01 E-BIZ-04_DK-IVAN"},
		{"root of today, whose content nobody has published", "<Hoso/>", "E-XML-01"},
		{"order", strings.Replace(good, "<EMAIL>a@example.invalid</EMAIL><DIEN_THOAI>0240000000</DIEN_THOAI>", "<DIEN_THOAI>0240000000</DIEN_THOAI><EMAIL>a@example.invalid</EMAIL>", 1), "E-XML-02 E-SIG-05 E-BIZ-04_DK-IVAN"},
		{"day", strings.Replace(good, "22/11/2026", "2026", 1), "E-XML-02 E-ENV-06 E-SIG-05 E-BIZ-04_DK-IVAN"},
	} {
		p := c.send(422, "HSDK", "04_DK-IVAN.xml", []byte(x.xml))
		if got := codesOf(p); got != x.want {
			t.Errorf("%s: got %q, want %q", x.name, got, x.want)
		}
	}
}

func codesOf(problem map[string]any) string {
	var out []string
	for _, f := range problem["loi"].([]any) {
		if f := f.(map[string]any); f["mucDo"] == "Lỗi" {
			out = append(out, f["ma"].(string))
		}
	}
	return strings.Join(out, " ")
}

// A unit without a code registers, confirms with the code of the letter, and gets
// its code two days later; then it may send.
func TestFirstRegistration(t *testing.T) {
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Steps: sandbox.Steps{CapSo: time.Minute, GiaiQuyet: time.Hour, KetQua: 48 * time.Hour}}
	r := start(t, o)
	c := newCaller(t, r)
	if p := c.send(422, "HSDKLanDau", "HSDK-LanDau.xml", []byte(strings.Replace(first, "moi@example.invalid", "khong phai thu", 1))); p["ma"] != "E-XML-02" {
		t.Errorf("address: %v", p["ma"])
	}
	got := c.send(201, "HSDKLanDau", "HSDK-LanDau.xml", []byte(first))
	deal := got["maGiaoDich"].(string)
	if p := c.send(422, "HSDKLanDau", "HSDK-LanDau.xml", []byte(first)); p["ma"] != "E-ENV-05" {
		t.Errorf("a second time: %v", p["ma"])
	}
	if s := c.unitState("0000000001"); s != "choXacNhan <nil> <nil> <nil>" {
		t.Errorf("before: %s", s)
	}
	at = day.Add(100 * time.Hour) // nothing moves without the code
	path := "/v1/ho-so/" + deal + "/xac-nhan"
	code := r.box.Submissions()[0].XacNhan.Ma
	wrong := "000000"
	if code == wrong {
		wrong = "111111"
	}
	for range 5 {
		c.call("POST /v1/ho-so/{maGiaoDich}/xac-nhan", 422, map[string]any{"ma": wrong}, path)
	}
	c.call("POST /v1/ho-so/{maGiaoDich}/xac-nhan", 422, map[string]any{"ma": code}, path) // a fresh one was sent
	code = r.box.Submissions()[0].XacNhan.Ma
	for range 2 {
		if p := c.call("POST /v1/ho-so/{maGiaoDich}/xac-nhan", 200, map[string]any{"ma": code}, path); p["trangThai"] != 200.0 {
			t.Errorf("confirmed: %v", p["trangThai"])
		}
	}
	at = at.Add(2 * time.Hour)
	r.box.Close()
	r = start(t, o) // the clock runs from the confirmation, also over a restart
	c = newCaller(t, r)
	if p := c.call("GET /v1/ho-so/{maGiaoDich}/tien-do", 200, nil, "/v1/ho-so/"+deal+"/tien-do"); p["trangThai"] != 201.0 {
		t.Errorf("under way: %v", p["trangThai"])
	}
	at = at.Add(48 * time.Hour)
	if s := c.unitState("0000000001"); s != "dangDung TH00001 2026-11-28 <nil>" {
		t.Errorf("after: %s", s)
	}
	files := c.call("GET /v1/ho-so/{maGiaoDich}/ket-qua", 200, nil, "/v1/ho-so/"+deal+"/ket-qua")
	if text := textOf(t, files["ketQua"], 1); !strings.Contains(text, "Đã cấp: TH00001 CÔNG TY MỚI") {
		t.Errorf("the result does not tell the code: %s", text)
	}
	c.send(201, "HSNV", "BHXHDienTu.xml", build([]tep{d02File()}, "ZZ00000", "TH00001", "<MaSoThue>0000000000", "<MaSoThue>0000000001", "CÔNG TY TNHH MẪU THỬ", "CÔNG TY MỚI"))
	if p := c.send(422, "HSDKLanDau", "HSDK-LanDau.xml", []byte(first)); p["ma"] != "E-ENV-05" {
		t.Errorf("registers with a code: %v", p["ma"])
	}
}
