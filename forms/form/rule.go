package form

import "ankhai/forms/law"

// Look is what a rule sees: the row, the head of the form, and the day and
// period that the caller works in (the engine has no clock).
type Look struct {
	Row    Row
	Head   Row
	Today  law.Day
	Period law.Month // kỳ kê khai
}

// Verdict is what a Judge answers about a cell: empty words mean it is right.
type Verdict struct {
	Say  string // what is wrong and how to mend it, without the column's name
	Fix  string // the value that would mend it, only where certain
	Warn bool   // a Nhắc even if the rule is a Lỗi
}

// Hit is one place that a rule over the whole table found wrong.
type Hit struct {
	I   int    // row index from 0; -1 is the form as a whole
	Say string // completes "Cột: …"
}

// Rule is one check. Make it with Require, Forbid, Check, Judge, Unique or Over.
type Rule struct {
	Code      string // "04"; public as "<form>-04", never reused for another meaning
	Col       *Column
	When      Cond
	Say       string // the sentence for the spec sheet and, unless judged, for the user
	Basis     string
	Level     Level
	Conf      Confidence
	From      law.Day // earliest day of checking on which the rule speaks; 0 = always
	BlockFrom law.Day // before this day it only warns; 0 = its level holds at once

	test  func(*Look) bool
	judge func(*Look) Verdict
	over  func(*Doc, []Row) []Hit
}

// RuleOption changes a rule while it is declared.
type RuleOption func(*Rule)

// Warn makes the rule a Nhắc.
func Warn(r *Rule) { r.Level = Nhac }

// By names the law, decision or technical limit behind the rule.
func By(basis string) RuleOption { return func(r *Rule) { r.Basis = basis } }

// Trust sets how sure the source of the rule is.
func Trust(c Confidence) RuleOption { return func(r *Rule) { r.Conf = c } }

// Since makes the rule speak only from a day on.
func Since(d law.Day) RuleOption { return func(r *Rule) { r.From = d } }

// BlocksFrom makes the rule warn first and block from a day on.
func BlocksFrom(d law.Day) RuleOption { return func(r *Rule) { r.BlockFrom = d } }

// Require demands an answer where cond holds.
func Require(code string, col Handle, cond Cond, opts ...RuleOption) Rule {
	c := col.Col()
	say := c.Label + ": phải có khi " + cond.Say
	if cond.Say == Always.Say {
		say = c.Label + ": phải có"
	}
	return makeRule(Rule{Code: code, Col: c, When: cond, Say: say,
		test: func(l *Look) bool { return c.Known(l.Row) }}, opts)
}

// Forbid demands no answer where cond holds.
func Forbid(code string, col Handle, cond Cond, opts ...RuleOption) Rule {
	c := col.Col()
	return makeRule(Rule{Code: code, Col: c, When: cond, Say: c.Label + ": để trống khi " + cond.Say,
		test: func(l *Look) bool { return !c.Known(l.Row) }}, opts)
}

// Check demands that test holds of every row where cond does and the column is
// answered; say is the whole sentence.
func Check(code string, col Handle, cond Cond, say string, test func(*Look) bool, opts ...RuleOption) Rule {
	c := col.Col()
	return makeRule(Rule{Code: code, Col: c, When: cond, Say: say,
		test: func(l *Look) bool { return !c.Known(l.Row) || test(l) }}, opts)
}

// Judge lets a function find the words: for identifiers, whose faults are many.
// about describes the rule in the spec sheet. It is asked only of answered cells.
func Judge(code string, col Handle, cond Cond, about string, judge func(*Look) Verdict, opts ...RuleOption) Rule {
	c := col.Col()
	return makeRule(Rule{Code: code, Col: c, When: cond, Say: c.Label + ": " + about,
		judge: func(l *Look) Verdict {
			if !c.Known(l.Row) {
				return Verdict{}
			}
			return judge(l)
		}}, opts)
}

// Unique demands that no two rows where cond holds give the same text.
func Unique(code string, col Handle, cond Cond, opts ...RuleOption) Rule {
	c := col.Col()
	return Over(code, col, "không lặp lại ở hai dòng", func(_ *Doc, rows []Row) []Hit {
		first := make(map[string]int, len(rows))
		var hits []Hit
		for i, r := range rows {
			s := c.Get(r).S
			if s == "" || !cond.Test(r) {
				continue
			}
			if k, twice := first[s]; twice {
				hits = append(hits, Hit{I: i, Say: "trùng với dòng " + itoa(k+1)})
				continue
			}
			first[s] = i
		}
		return hits
	}, opts...)
}

// Over checks the table as a whole.
func Over(code string, col Handle, about string, over func(*Doc, []Row) []Hit, opts ...RuleOption) Rule {
	c := col.Col()
	return makeRule(Rule{Code: code, Col: c, When: Always, Say: c.Label + ": " + about, over: over}, opts)
}

func makeRule(r Rule, opts []RuleOption) Rule {
	r.Level, r.Conf = Loi, High
	for _, o := range opts {
		o(&r)
	}
	return r
}

// levelOn is the rule's level on a day of checking; ok is false before From.
func (r *Rule) levelOn(today law.Day) (Level, bool) {
	if r.From != 0 && today != 0 && today < r.From {
		return "", false
	}
	if r.BlockFrom != 0 && today != 0 && today < r.BlockFrom {
		return Nhac, true
	}
	return r.Level, true
}
