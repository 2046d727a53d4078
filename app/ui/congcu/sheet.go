package congcu

import (
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// sheet is the questions of a calculator as fields, in their order.
type sheet struct {
	fields  []*field
	today   office.Day // where an empty field of a day begins
	changed func()     // the height of a field has changed
}

// field is one question: how it is asked and where its fault stands.
type field struct {
	ask    office.CauHoi
	widget fyne.CanvasObject
	get    func() (value any, given bool)
	fault  *xwidget.Text
	rows   *rowModel // of a list
	// open is of a point that the law leaves open: what it is without an answer.
	open *openChoice
}

// newSheet asks questions; settings are how the employer reads the open points.
func newSheet(hoi []office.CauHoi, known map[string]any, settings map[string]office.LawSetting, today office.Day) *sheet {
	s := &sheet{today: today}
	for _, h := range hoi {
		s.fields = append(s.fields, s.field(h, known[h.Ten]))
	}
	s.follow(settings)
	return s
}

// follow shows the employer's readings as what holds where nothing else is chosen.
func (s *sheet) follow(settings map[string]office.LawSetting) {
	for _, f := range s.fields {
		if f.open != nil {
			now, ok := settings[f.ask.Ten]
			if !ok {
				now.Now = (*office.Sach)(nil).ThietLap(f.ask.Ten)
			}
			f.open.follow(now.Now)
		}
	}
}

// openChoice is a choice whose first line leaves it to the employer's setting.
type openChoice struct {
	ask  office.CauHoi
	pick *xwidget.Select
}

func newOpenChoice(h office.CauHoi, known any) *openChoice {
	o := &openChoice{h, xwidget.NewSelect(nil, nil)}
	o.follow(office.Chot{})
	for i, c := range h.Chon {
		if c.Ma == known {
			o.pick.SetSelectedIndex(i + 1)
		}
	}
	return o
}

func (o *openChoice) follow(c office.Chot) {
	at := max(0, o.pick.SelectedIndex())
	first := "chưa chọn"
	if c.Ma != "" {
		first = "theo thiết lập: " + c.Say()
	}
	words := []string{first}
	for _, k := range o.ask.Chon {
		words = append(words, k.Nhan)
	}
	o.pick.SetOptions(words)
	o.pick.SetSelectedIndex(at)
}

// get is what was chosen for this time alone.
func (o *openChoice) get() (any, bool) {
	if i := o.pick.SelectedIndex(); i > 0 {
		return o.ask.Chon[i-1].Ma, true
	}
	return nil, false
}

// field makes the widget that fits the kind of an answer.
func (s *sheet) field(h office.CauHoi, known any) *field {
	f := &field{ask: h, fault: xwidget.NewPara("").Sized(look.SmallSize).In(look.Error)}
	f.fault.Hide()
	switch h.Loai {
	case office.HoiCoKhong:
		words := []string{"có", "không"}
		choice := xwidget.NewSelect(words, nil)
		choice.PlaceHolder = "chưa trả lời"
		if !h.Can {
			choice.PlaceHolder = "không"
		}
		if b, ok := known.(bool); ok {
			choice.SetSelected(map[bool]string{true: "có", false: "không"}[b])
		}
		f.widget = choice
		f.get = func() (any, bool) { return choice.Selected == "có", choice.Selected != "" }
	case office.HoiChon:
		if h.ThietLap {
			f.open = newOpenChoice(h, known)
			f.widget, f.get = f.open.pick, f.open.get
			return f
		}
		words := make([]string, len(h.Chon))
		for i, c := range h.Chon {
			words[i] = c.Nhan
		}
		choice := xwidget.NewSelect(words, nil)
		choice.PlaceHolder = "chưa chọn"
		for i, c := range h.Chon {
			if c.Ma == known {
				choice.SetSelectedIndex(i)
			}
		}
		f.widget = choice
		f.get = func() (any, bool) {
			i := choice.SelectedIndex()
			if i < 0 {
				return nil, false
			}
			return h.Chon[i].Ma, true
		}
	case office.HoiDanhSach:
		f.rows = newRowModel(h, known)
		grid := xwidget.NewGrid(f.rows, 1).Named("congCu." + h.Ten)
		f.rows.refresh = grid.Refresh
		f.widget = xwidget.Sized(0, 196, xwidget.NewCard(grid).Tight())
		f.get = func() (any, bool) { rows := f.rows.answers(); return rows, len(rows) > 0 }
	case office.HoiNgay:
		f.date(xwidget.NewDate(s.today.String()), known)
	case office.HoiThang:
		month := xwidget.NewMonth(s.today.String())
		f.date(&month.DateEntry, known)
		f.widget = month
	case office.HoiTien:
		money := xwidget.NewMoney(0)
		if text, ok := known.(string); ok {
			money.SetDigits(text)
		}
		money.OnRefused = func(say string) { s.tell(f, h.Nhan+": "+say) }
		money.OnChanged = func(string) { s.tell(f, "") }
		f.widget = money
		f.get = func() (any, bool) { t := money.Digits(); return t, t != "" }
	default:
		entry := xwidget.NewCode()
		entry.SetPlaceHolder(hint(h))
		if text, ok := known.(string); ok {
			entry.SetText(text)
		}
		f.widget = entry
		f.get = func() (any, bool) { t := typed(h, entry.Text); return t, t != "" }
	}
	return f
}

// date makes a field of days or months the answer.
func (f *field) date(d *xwidget.DateEntry, known any) {
	if text, ok := known.(string); ok {
		d.SetText(text)
	}
	f.widget = d
	f.get = func() (any, bool) { t := d.Value(); return t, t != "" }
}

// hint shows how an answer is written.
func hint(h office.CauHoi) string {
	switch h.Loai {
	case office.HoiTyLe:
		return "phần trăm, ví dụ 0,31"
	case office.HoiNuaNgay:
		return "số ngày, ví dụ 2,5"
	}
	return h.DonVi
}

// typed brings what a person types into the form that the calculators read: dots
// between thousands go.
func typed(h office.CauHoi, text string) string {
	text = strings.TrimSpace(text)
	if h.Loai == office.HoiTien || h.Loai == office.HoiSo {
		text = strings.NewReplacer(".", "", " ", "", "đ", "").Replace(text)
	}
	return text
}

// lines are the fields as they stand below each other.
func (s *sheet) lines() (out []fyne.CanvasObject) {
	for _, f := range s.fields {
		label := f.ask.Nhan
		if f.ask.Can {
			label += " *"
		}
		if f.ask.ThietLap {
			label = "Thiết lập: " + label
		}
		lines := []fyne.CanvasObject{xwidget.NewPara(label)}
		if f.ask.GiupDo != "" {
			lines = append(lines, xwidget.NewPara(f.ask.GiupDo).Sized(look.SmallSize).In(look.Muted))
		}
		lines = append(lines, f.widget, f.fault)
		out = append(out, xwidget.Column(4, lines...))
	}
	return out
}

// answers is the JSON that a calculator reads: what was answered, nothing else.
func (s *sheet) answers() []byte {
	out := map[string]any{}
	for _, f := range s.fields {
		if v, given := f.get(); given {
			out[f.ask.Ten] = v
		}
	}
	return encode(out)
}

// tell writes what is wrong with one answer below it, "" takes it away.
func (s *sheet) tell(f *field, say string) {
	if say == f.fault.Words {
		return
	}
	f.fault.Set(say)
	f.fault.Hidden = say == ""
	if s.changed != nil {
		s.changed()
	}
}

// blame writes the faults below their questions, and marks the cells of lists; nil
// takes them away.
func (s *sheet) blame(faults office.LoiVaos) {
	for _, f := range s.fields {
		var say []string
		if f.rows != nil {
			f.rows.blame(nil)
		}
		for _, l := range faults {
			name, cell, inList := strings.Cut(l.Ten, "[")
			if name != f.ask.Ten {
				continue
			}
			say = append(say, l.Say)
			if inList && f.rows != nil {
				f.rows.blame([]string{cell})
			}
		}
		f.fault.Set(strings.Join(say, "\n"))
		if len(say) == 0 {
			f.fault.Hide()
		} else {
			f.fault.Show()
		}
	}
	if s.changed != nil {
		s.changed()
	}
}
