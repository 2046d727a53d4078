package han

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/law"
	"ankhai/forms/services"
)

//go:embed data/*.tsv
var files embed.FS

// data is everything in data/. A fault in a file stops the program here, naming
// file and line.
var data = mustLoad(files)

type tables struct {
	suKien []SuKien
	han    []Han
	hauQua []HauQua
}

func mustLoad(files fs.FS) tables {
	t, err := load(files)
	if err != nil {
		panic("han: " + err.Error())
	}
	return t
}

func load(files fs.FS) (tables, error) {
	var t tables
	for _, f := range []struct {
		name string
		row  func(map[string]string) error
	}{{"su-kien", t.addSuKien}, {"moc", t.addMoc}, {"qua-han", t.addHauQua}, {"han", t.addHan}} {
		if err := law.EachLine(files, "data/"+f.name+".tsv", f.row); err != nil {
			return t, err
		}
	}
	for _, s := range t.suKien {
		if !slices.ContainsFunc(t.han, func(h Han) bool { return h.SuKien == s.Ma }) {
			return t, fmt.Errorf("event %s has no clock", s.Ma)
		}
	}
	return t, nil
}

func (t *tables) addSuKien(r map[string]string) error {
	tu, ok := law.ParseDay(r["tu"])
	if r["ma"] == "" || r["ten"] == "" || r["ngay"] == "" || !ok || t.event(r["ma"]) != nil {
		return fmt.Errorf("an event needs a code of its own, a name, its day's name and since when: %v", r)
	}
	t.suKien = append(t.suKien, SuKien{Ma: r["ma"], Ten: r["ten"], Ngay: r["ngay"], GiupDo: r["giup_do"], Tu: tu})
	return nil
}

func (t *tables) event(ma string) *SuKien {
	for i := range t.suKien {
		if t.suKien[i].Ma == ma {
			return &t.suKien[i]
		}
	}
	return nil
}

func (t *tables) addMoc(r map[string]string) error {
	s, m := t.event(r["su_kien"]), Moc{Ma: r["ma"], Ten: r["ten"], Loai: r["loai"]}
	if s == nil {
		return fmt.Errorf("no event %q", r["su_kien"])
	}
	for _, g := range strings.FieldsFunc(r["gia_tri"], func(c rune) bool { return c == '|' }) {
		ma, ten, ok := strings.Cut(g, "=")
		if !ok {
			return fmt.Errorf("no words for the choice %q", g)
		}
		m.Chon = append(m.Chon, GiaTri{ma, ten})
	}
	if _, twice := s.moc(m.Ma); twice || m.Ma == "" || m.Ten == "" || (m.Loai == MocChon) != (len(m.Chon) > 0) ||
		m.Loai != MocChon && m.Loai != MocNgay && m.Loai != MocDichVu {
		return fmt.Errorf("a day or a choice needs a code of its own, a name and its kind: %v", r)
	}
	s.Moc = append(s.Moc, m)
	return nil
}

func (t *tables) addHauQua(r map[string]string) error {
	h := HauQua{Ma: r["ma"], Say: r["say"], CanNop: r["can_nop"], CanCu: r["can_cu"], Confidence: law.Confidence(r["confidence"])}
	if h.Ma == "" || h.Say == "" || h.CanCu == "" || !sure(h.Confidence) {
		return fmt.Errorf("what follows needs a code, words, a basis and confidence: %v", r)
	}
	t.hauQua = append(t.hauQua, h)
	return nil
}

func (t *tables) addHan(r map[string]string) error {
	h := Han{
		Ma: r["ma"], SuKien: r["su_kien"], Loai: Loai(r["loai"]), Viec: r["viec"], Ai: services.VaiTro(r["ai"]),
		Moc: strings.Split(r["moc"], "|"), DonVi: DonVi(r["don_vi"]), Cach: Cach(r["cach"]), Doi: Doi(r["doi"]),
		QuaHan: strings.Fields(r["qua_han"]), CanCu: r["can_cu"], Confidence: law.Confidence(r["confidence"]), GhiChu: r["ghi_chu"],
	}
	var err error
	if name, ok := strings.CutPrefix(r["so"], "@"); ok {
		h.SoLieu = name
	} else if r["so"] != "" {
		if h.So, err = strconv.Atoi(r["so"]); err != nil {
			return fmt.Errorf("so: %w", err)
		}
	}
	s := t.event(h.SuKien)
	if s == nil {
		return fmt.Errorf("no event %q", h.SuKien)
	}
	if h.khi, err = readKhi(*s, r["khi"]); err != nil {
		return err
	}
	for _, w := range strings.Fields(r["truong_hop"]) {
		id, khi, _ := strings.Cut(w, "@")
		k, err := readKhi(*s, khi)
		if err != nil {
			return err
		}
		h.truongHop = append(h.truongHop, theoCase{id, k})
	}
	if err := t.vet(h, *s); err != nil {
		return err
	}
	t.han = append(t.han, h)
	return nil
}

// readKhi reads "vai=me&con=khac,thu-hai".
func readKhi(s SuKien, text string) (dieuKien, error) {
	out := dieuKien{}
	for _, part := range strings.FieldsFunc(text, func(c rune) bool { return c == '&' }) {
		key, values, _ := strings.Cut(part, "=")
		m, ok := s.moc(key)
		if !ok || m.Loai == MocNgay {
			return nil, fmt.Errorf("event %s has no choice %q", s.Ma, key)
		}
		for _, v := range strings.Split(values, ",") {
			if _, ok := m.giaTri(v); !ok && m.Loai == MocChon {
				return nil, fmt.Errorf("choice %s has no %q", key, v)
			}
			out[key] = append(out[key], v)
		}
	}
	return out, nil
}
