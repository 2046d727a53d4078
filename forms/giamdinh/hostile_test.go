package giamdinh

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"ankhai/forms/form/formtest"
)

// letters is n bytes of base64 without holding them.
func letters(n int64) io.Reader { return io.LimitReader(all('A'), n) }

type all byte

func (a all) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(a)
	}
	return len(p), nil
}

const (
	dau   = "<GIAMDINHHS><THONGTINDONVI><MACSKCB>79024</MACSKCB></THONGTINDONVI><THONGTINHOSO><NGAYLAP>20261122</NGAYLAP><SOLUONGHOSO>1</SOLUONGHOSO><DANHSACHHOSO><HOSO>"
	cuoi  = "</HOSO></DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI>x</CHUKYDONVI></GIAMDINHHS>"
	mo    = "<FILEHOSO><LOAIHOSO>XML5</LOAIHOSO><NOIDUNGFILE>"
	dong5 = "<CHI_TIET_DIEN_BIEN_BENH></CHI_TIET_DIEN_BIEN_BENH>"
	het   = "</NOIDUNGFILE></FILEHOSO>"
)

func tep(s string) string { return mo + base64.StdEncoding.EncodeToString([]byte(s)) + het }

func xml5(rows string) string {
	return "<CHITIEU_CHITIET_DIENBIENLAMSANG><DSACH_CHI_TIET_DIEN_BIEN_BENH>" + rows + "</DSACH_CHI_TIET_DIEN_BIEN_BENH></CHITIEU_CHITIET_DIENBIENLAMSANG>"
}

func TestHostileFiles(t *testing.T) {
	large := func(n int64) io.Reader {
		return io.MultiReader(strings.NewReader(dau+mo), letters(n), strings.NewReader(het+cuoi))
	}
	several := []io.Reader{strings.NewReader(dau)}
	for range 4 {
		several = append(several, strings.NewReader(mo), letters(20<<20), strings.NewReader(het))
	}
	several = append(several, strings.NewReader(cuoi))
	for _, c := range []struct {
		name string
		in   io.Reader
		want string // a code that must be among the faults
	}{
		{"a table too large", large(maxToken + 1<<20), "01"},
		{"a table too large in pieces", io.MultiReader(strings.NewReader(dau+mo), letters(20<<20), strings.NewReader("<![CDATA["), letters(20<<20), strings.NewReader("]]>"+het+cuoi)), "18"},
		{"a dossier too large", io.MultiReader(several...), "18"},
		{"a text of the cover too large", strings.NewReader(strings.Replace(dau, "79024", strings.Repeat("7", 1<<20), 1) + cuoi), "08"},
		{"too many tables", strings.NewReader(dau + strings.Repeat(tep(xml5(dong5)), maxBang+1) + cuoi), "18"},
		{"too many rows", strings.NewReader(xml5(strings.Repeat(dong5, MaxDong+2))), "35"},
		{"a field too large", strings.NewReader(xml5("<CHI_TIET_DIEN_BIEN_BENH><DIEN_BIEN_LS>" + strings.Repeat("x", maxTruong+1) + "</DIEN_BIEN_LS></CHI_TIET_DIEN_BIEN_BENH>")), "18"},
		{"nested too deep", strings.NewReader(strings.Repeat("<GIAMDINHHS>", 100)), "01"},
		{"a doctype in the package", strings.NewReader("<!DOCTYPE GIAMDINHHS>" + dau + cuoi), "01"},
		{"a doctype in a table", strings.NewReader(dau + tep("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"+xml5("<CHI_TIET_DIEN_BIEN_BENH><MA_LK>&b;</MA_LK></CHI_TIET_DIEN_BIEN_BENH>")) + cuoi), "01"},
		{"nested too deep in a table", strings.NewReader(dau + tep(strings.Repeat("<a>", 100)) + cuoi), "02"},
		{"a second root", strings.NewReader(dau + tep(xml5(dong5)) + cuoi + "<GIAMDINHHS/>"), "01"},
		{"a space of names", strings.NewReader(strings.Replace(dau, "<GIAMDINHHS>", "<GIAMDINHHS xmlns='urn:a'>", 1) + cuoi), "02"},
		{"an encoding that is not UTF-8", strings.NewReader("<?xml version='1.0' encoding='utf-16'?>" + dau + cuoi), "01"},
		{"nothing", strings.NewReader(""), "01"},
		{"not XML", strings.NewReader("%PDF-1.7"), "01"},
	} {
		rep, err := Check("a.xml", c.in, today)
		if err != nil || !strings.Contains(" "+codesOf(rep.Faults), " "+c.want+"×") {
			t.Errorf("%s: got %s (%v), want %s", c.name, codesOf(rep.Faults), err, c.want)
		}
		for _, f := range rep.Faults {
			if strings.Contains(f.Say, "passwd") || len(f.Say) > 600 {
				t.Errorf("%s: %s", c.name, f.Say)
			}
		}
	}
}

// Of a file full of faults as many are listed as a person can read; the rest is
// counted.
func TestFaultsAreBounded(t *testing.T) {
	rep, err := Check("a.xml", strings.NewReader(xml5(strings.Repeat(dong5, 5000))), today)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, f := range rep.Faults {
		n += len(f.Places)
	}
	if n != maxCho || rep.Con != 3*5000-maxCho {
		t.Errorf("%d places, %d more", n, rep.Con)
	}
}

// A disk that fails is an error, not a fault of the user's.
func TestStreamFails(t *testing.T) {
	gone := errors.New("the disk is gone")
	in := func() io.Reader { return io.MultiReader(strings.NewReader(dau), iotest.ErrReader(gone)) }
	if _, err := Check("a.xml", in(), today); !errors.Is(err, gone) {
		t.Errorf("got %v", err)
	}
	if _, _, err := Read("a.xml", in(), nil); !errors.Is(err, gone) {
		t.Errorf("got %v", err)
	}
}

// Whatever comes, checking ends with faults that have words, and what reads without
// a fault is written and read again the same.
func FuzzCheck(f *testing.F) {
	for _, name := range []string{"GIAMDINHHS.xml", "XML0-checkin.xml", "XML7.xml"} {
		f.Add(sample(f, name))
	}
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		a, err := formtest.ReadArchive(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, p := range a.Parts {
			if p.Name != "faults" {
				f.Add([]byte(p.Text))
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rep, err := Check("a.xml", bytes.NewReader(data), today)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range rep.Faults {
			if x.Say == "" || x.Basis == "" || len(x.Places) == 0 || !strings.HasPrefix(x.Code, Ten+"-") {
				t.Fatalf("a fault without words: %+v", x)
			}
		}
		var ho []HoSo
		goi, faults, _ := Read("a.xml", bytes.NewReader(data), func(h HoSo) { ho = append(ho, h) })
		if len(faults) > 0 {
			return
		}
		day, _ := ngayCua(goi.NgayLap)
		again := Build(Phieu{MaCSKCB: goi.MaCSKCB, NgayLap: day}, ho)
		n := 0
		_, faults, _ = Read("a.xml", bytes.NewReader(again), func(h HoSo) {
			for i, one := range h.Tep {
				if one.Loai != ho[n].Tep[i].Loai || !bytes.Equal(one.NoiDung, ho[n].Tep[i].NoiDung) {
					t.Fatal("a table is not the same any more")
				}
			}
			n++
		})
		if len(faults) > 0 || n != len(ho) {
			t.Fatalf("%d of %d dossiers read again: %v", n, len(ho), faults)
		}
	})
}
