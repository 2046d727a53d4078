package xwidget

// SelectSearch is a field with one of many codes: communes, hospitals, titles. Its
// list is searched by words without diacritics, by codes and by other names.
type SelectSearch struct {
	Select
	all  []Choice
	code string
	// OnCode gets the code that was chosen.
	OnCode func(code string)
}

// NewSelectSearch makes a field of choices; chosen may be nil.
func NewSelectSearch(all []Choice, chosen func(code string)) *SelectSearch {
	s := &SelectSearch{all: all, OnCode: chosen}
	s.PlaceHolder = "chưa chọn"
	s.Options = make([]string, len(all))
	for i, c := range all {
		s.Options[i] = c.shown()
	}
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i >= 0 {
			s.code = s.all[i].Code
			if s.OnCode != nil {
				s.OnCode(s.code)
			}
		}
	}
	s.list = func() *PickList {
		return NewPickList(s.all, func(code string) {
			s.shut()
			s.SetCode(code)
			s.OnChanged(s.Selected)
		})
	}
	s.ExtendBaseWidget(s)
	return s
}

// Code is the code at hand, "" while there is none.
func (s *SelectSearch) Code() string { return s.code }

// SetCode shows a code with its words; an unknown one empties the field.
func (s *SelectSearch) SetCode(code string) {
	s.code, s.Selected = "", ""
	for _, c := range s.all {
		if c.Code == code {
			s.code, s.Selected = code, c.shown()
			break
		}
	}
	s.Refresh()
}

// shown is a choice as a field shows it.
func (c Choice) shown() string {
	if c.Code == "" {
		return c.Words
	}
	return c.Code + " · " + c.Words
}
