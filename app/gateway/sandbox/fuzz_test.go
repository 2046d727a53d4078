package sandbox

import (
	"strings"
	"testing"
	"time"
)

// Whatever comes in, examine ends, does not panic, and either finds a fault or
// has read an envelope.
func FuzzEnvelope(f *testing.F) {
	s, err := New(Options{Now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, ict) }})
	if err != nil {
		f.Fatal(err)
	}
	defer s.Close()
	f.Add([]byte("<Hoso><NoiDung><ThongTinIVAN><MaIVAN>00999</MaIVAN></ThongTinIVAN></NoiDung><CKy_Dvi/></Hoso>"))
	f.Add([]byte("<Hoso><NoiDung><ThongTinHoSo><ToKhais><FileToKhai><MaToKhai>D02-TS</MaToKhai><TenFile>D02-TS-595.xml</TenFile><LoaiFile>.xml</LoaiFile><DoDaiFile>8</DoDaiFile><NoiDungFile>PGEvPg==</NoiDungFile></FileToKhai></ToKhais></ThongTinHoSo></NoiDung></Hoso>"))
	f.Add([]byte("<!DOCTYPE a []><a/>"))
	f.Add([]byte("<BHXH><DKI_BHXH><TTDVI><TEN_DVI>A</TEN_DVI></TTDVI><TTCKY_DVI><TTCKY><SERIAL>1</SERIAL></TTCKY></TTCKY_DVI></DKI_BHXH><CKYDTU_DVI/></BHXH>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		kinds := []submitRequest{{LoaiGoi: HSNV, TenFile: envelopeName}, {LoaiGoi: HSDKLanDau, TenFile: fileFirst}, {LoaiGoi: HSDK, TenFile: fileNG}}
		in := kinds[len(b)%len(kinds)] // the length decides, so that a finding can be made again
		in.MaIVAN = DefaultIVAN
		env, l := s.examine(in, b)
		blocking, _ := l.split()
		if env == nil && len(blocking) == 0 {
			t.Error("nothing read and nothing found")
		}
		for _, x := range blocking {
			if !strings.HasPrefix(x.Ma, "E-") || x.ThongBao == "" {
				t.Errorf("finding without code or words: %+v", x)
			}
		}
	})
}
