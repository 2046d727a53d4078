package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Days is a number of days in halves; in JSON a number, 27.5.
type Days int64

// String writes days as people read them: "27,5".
func (d Days) String() string { return law.VietNua(int64(d)) }

// MarshalJSON writes a number of days.
func (d Days) MarshalJSON() ([]byte, error) { return []byte(d.plain()), nil }

// plain writes days as programs read them: "27.5".
func (d Days) plain() string {
	s := fmt.Sprint(int64(d) / 2)
	if d%2 != 0 {
		s += ".5"
	}
	return s
}

// Met says whether a condition holds.
type Met string

// The three answers.
const (
	MetYes     Met = "du"
	MetNo      Met = "thieu"
	MetUnknown Met = "chuaRo"
)

// Condition is one condition of a benefit, with its article.
type Condition struct {
	Met   Met    `json:"met"`
	Say   string `json:"message"`
	Basis string `json:"basis"`
	Or    bool   `json:"or,omitempty"` // it may hold in place of the one before
}

func cond(met Met, say, basis string) Condition { return Condition{Met: met, Say: say, Basis: basis} }

// Entitlement is what a person may still have of one benefit. A nil number is not
// known; Unknown says why.
type Entitlement struct {
	Kind       facts.CheDo `json:"kind"`
	Label      string      `json:"label"`
	Child      law.Day     `json:"-"` // of which child, zero for none
	Allowed    *Days       `json:"allowed"`
	Used       *Days       `json:"used"` // of what is recorded here
	Left       *Days       `json:"left"`
	AtLeast    bool        `json:"atLeast"`          // Allowed is the least there can be
	Partial    bool        `json:"partial"`          // the roster begins within the year: days used before it may not be recorded
	Months     int64       `json:"months,omitempty"` // of a leave that is counted in months
	Conditions []Condition `json:"conditions"`
	Unknown    []string    `json:"unknown"`
	Warnings   []string    `json:"warnings"`
	Working    []law.Buoc  `json:"working"`
}

// MarshalJSON writes the child's birthday as yyyy-MM-dd.
func (e Entitlement) MarshalJSON() ([]byte, error) {
	type plain Entitlement
	return json.Marshal(struct {
		plain
		Child string `json:"child,omitempty"`
	}{plain(e), e.Child.ISO()})
}

// Quota is what a person may still have in a year, as it stands on a day.
type Quota struct {
	Person  string        `json:"person"`
	HoTen   string        `json:"hoTen"`
	Year    int           `json:"year"`
	On      law.Day       `json:"-"`
	Worked  Worked        `json:"worked"`
	Items   []Entitlement `json:"items"`
	Unknown []string      `json:"unknown"` // about all of them
}

// ErrYear: a year for which nothing can be reckoned.
var ErrYear = errors.New("no such year")

// Quota reckons what a person may still have of sickness, maternity and convalescence
// in a calendar year: by today in this year, by the last day of an earlier one, by
// the first of a later one. What the data does not hold is named, never guessed.
func (o *Office) Quota(ctx context.Context, person string, year int) (Quota, error) {
	if year < 1995 || year > 2199 {
		return Quota{}, fmt.Errorf("quota of year %d: %w", year, ErrYear)
	}
	on := o.Today()
	switch {
	case year < on.Year():
		on = law.DayOf(year, 12, 31)
	case year > on.Year():
		on = law.DayOf(year, 1, 1)
	}
	k, err := o.reckon(ctx, person, on)
	if err != nil {
		return Quota{}, err
	}
	q := Quota{Person: person, HoTen: k.who.HoTen, Year: year, On: on, Worked: k.work, Unknown: []string{}, Items: []Entitlement{}}
	if k.work.Before == nil {
		q.Unknown = append(q.Unknown, "thời gian đóng BHXH bắt buộc trước tháng "+k.work.Since.String()+": xem sổ BHXH rồi ghi số tháng")
	}
	if k.partial() {
		q.Unknown = append(q.Unknown, fmt.Sprintf("những ngày đã hưởng trong năm %d trước tháng %s, nếu có mà chưa ghi", year, k.work.Since))
	}
	for _, part := range []func() error{k.sickness, k.children, k.convalescence, k.maternity} {
		if err := part(); err != nil {
			return Quota{}, err
		}
	}
	q.Items = append(q.Items, k.items...)
	return q, nil
}

// reckoning is one Quota at work.
type reckoning struct {
	book *law.Sach
	who  facts.NguoiLaoDong // as they stand on the day
	on   law.Day
	year int
	work Worked
	used usage

	items []Entitlement
}

// reckon gathers what is known of a person by a day.
func (o *Office) reckon(ctx context.Context, person string, on law.Day) (*reckoning, error) {
	past, err := o.store.History(ctx, person)
	if err != nil {
		return nil, err
	}
	told, err := o.store.Benefits(ctx, person)
	if err != nil {
		return nil, err
	}
	career, err := o.store.Career(ctx, person)
	if err != nil {
		return nil, err
	}
	book, err := o.LawBook(ctx)
	if err != nil {
		return nil, err
	}
	r := record{past: past, on: on}
	k := &reckoning{book: book, who: past[0], on: on, year: on.Year(), work: r.worked(career), used: usageOf(told)}
	if now, ok := r.at(on.Month()); ok {
		k.who = now
	} else {
		k.who.TrangThai = ""
	}
	return k, nil
}

// ask asks a calculator; a figure that is not known is said, and res is empty then.
func (k *reckoning) ask(name string, answers map[string]any) (res law.KetQuaTinh, unknown string, err error) {
	m, ok := law.TimMayTinh(name)
	if !ok {
		return res, "", fmt.Errorf("ask %s: %w", name, ErrNoCalculator)
	}
	raw, err := json.Marshal(answers)
	if err != nil {
		return res, "", err
	}
	res, err = m.TinhJSON(raw, k.book)
	var lack *law.ChuaBiet
	if errors.As(err, &lack) {
		return law.KetQuaTinh{}, lack.Say, nil
	}
	if err != nil {
		return law.KetQuaTinh{}, "", fmt.Errorf("ask %s: %w", name, err)
	}
	return res, "", nil
}

// figure is a figure of the law on the day, in words; «?» where it is not known.
func (k *reckoning) figure(name string) string {
	if v, ok := k.book.Get(name, k.on); ok {
		return law.VietSo(v.Amount)
	}
	return "?"
}

// take puts a calculator's answer into an entitlement.
func (e *Entitlement) take(res law.KetQuaTinh, unknown string) {
	e.Working = append(e.Working, res.Working...)
	e.Warnings = append(e.Warnings, res.Warnings...)
	if unknown != "" {
		e.Unknown = append(e.Unknown, unknown)
		return
	}
	if res.Unit != HalfDays {
		return
	}
	left := Days(res.Total)
	e.Left = &left
	for _, p := range res.Parts {
		n := Days(p.GiaTri)
		switch p.Ten {
		case "duocHuong":
			e.Allowed = &n
		case "daHuong":
			e.Used = &n
		}
	}
}

// partial reports whether the year began before the roster did.
func (k *reckoning) partial() bool { return k.work.Since > law.MonthOf(k.year, 1) }

// item makes an entitlement with empty lists, so that JSON has no null among them.
func (k *reckoning) item(kind facts.CheDo, label string) Entitlement {
	return Entitlement{Kind: kind, Label: label, Partial: kind.TheoNam() && k.partial(), Conditions: []Condition{}, Unknown: []string{}, Warnings: append([]string{}, k.used.notes[kind]...), Working: []law.Buoc{}}
}

func (k *reckoning) put(e Entitlement) { k.items = append(k.items, e) }

// joined is the condition of standing in the roster as one who contributes.
func (k *reckoning) joined(basis string) Condition {
	c := Condition{Met: MetNo, Say: "đang tham gia BHXH bắt buộc: " + k.who.TrangThai.Say(), Basis: basis}
	switch k.who.TrangThai {
	case facts.DangDong, facts.ThaiSan, facts.NghiOm:
		c.Met = MetYes
	case "":
		c.Met, c.Say = MetUnknown, "đang tham gia BHXH bắt buộc: chưa có trong danh sách vào tháng "+k.on.Month().String()
	}
	return c
}

// Missing lists what is certain to be lacking: conditions that do not hold and have
// no other in their place that may.
func (e Entitlement) Missing() (out []Condition) {
	for i := 0; i < len(e.Conditions); {
		end := i + 1
		for end < len(e.Conditions) && e.Conditions[end].Or {
			end++
		}
		group := e.Conditions[i:end]
		if !slices.ContainsFunc(group, func(c Condition) bool { return c.Met != MetNo }) {
			out = append(out, group...)
		}
		i = end
	}
	return out
}

// Words is an entitlement on one line: "còn 18 trong 30 ngày, đã ghi 12".
func (e Entitlement) Words() string {
	least, still := "", "còn "
	if e.AtLeast {
		least, still = "ít nhất ", "còn ít nhất "
	}
	if e.Partial { // what was used before is no longer bounded
		still = "theo số đã ghi còn "
	}
	var out []string
	switch {
	case len(e.Missing()) > 0 && (e.Left == nil || e.Months > 0):
		out = append(out, "chưa đủ điều kiện")
	case e.Left != nil && e.Allowed != nil:
		out = append(out, fmt.Sprintf("%s%s trong %s%s ngày", still, *e.Left, least, *e.Allowed))
	case e.Months > 0:
		out = append(out, fmt.Sprintf("nghỉ %d tháng", e.Months))
	case e.Left != nil:
		out = append(out, fmt.Sprintf("%s%s ngày", still, *e.Left))
	default:
		out = append(out, "chưa biết còn bao nhiêu ngày")
	}
	if e.Used != nil {
		out = append(out, "đã ghi "+e.Used.String())
	}
	return strings.Join(out, ", ")
}
