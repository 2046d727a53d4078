package cli

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/facts"
	"ankhai/forms/payroll"
)

func runCompare(c *call) error {
	var monthText string
	var how decideFlags
	if err := c.flags(0, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&monthText, "month", "", "")
		fs.StringVar(&how.is, "is", "", "")
		fs.StringVar(&how.other, "not", "", "")
		fs.BoolVar(&how.fresh, "new", false, "")
		fs.BoolVar(&how.two, "two", false, "")
		fs.BoolVar(&how.skip, "skip", false, "")
		fs.BoolVar(&how.take, "take", false, "")
		fs.BoolVar(&how.first, "first", false, "")
	}); err != nil {
		return err
	}
	switch {
	case len(c.args) == 2 && c.args[0] == "decide":
		return c.decide(&how, monthText)
	case how != decideFlags{}:
		return wrong("--is, --not, --new, --two, --skip, --take, --first chỉ đi cùng compare decide MÃ")
	case len(c.args) == 1 && c.args[0] == "decisions":
		return c.decisions()
	case len(c.args) == 2 && c.args[0] == "undo":
		return c.undecide()
	}
	var res payroll.Result
	var problems []office.FileProblem
	var declared []string
	switch len(c.args) {
	case 0:
		m, err := month(monthText)
		if err != nil {
			return err
		}
		o, err := c.office()
		if err != nil {
			return err
		}
		if res, err = o.Compare(c.ctx, m); err != nil {
			return err
		}
		if declared, err = o.Declared(c.ctx, m, res.Proposals); err != nil {
			return err
		}
	case 2:
		in := office.TwoFiles{OldName: c.args[0], NewName: c.args[1]}
		var err error
		if monthText != "" {
			if in.Month, err = month(monthText); err != nil {
				return err
			}
		}
		if in.Old, err = readFile(c.args[0]); err != nil {
			return err
		}
		if in.New, err = readFile(c.args[1]); err != nil {
			return err
		}
		in.DonVi = c.employerIfAny()
		if res, problems, err = office.CompareFiles(c.ctx, in, c.Now); err != nil {
			return err
		}
	default:
		return wrong("compare cần --month, hoặc hai tệp, hoặc decide, decisions, undo")
	}
	if res.Proposals == nil {
		res.Proposals = []payroll.DeXuat{}
	}
	if res.Undecided == nil {
		res.Undecided = []payroll.ChuaRo{}
	}
	answer := map[string]any{"proposals": res.Proposals, "undecided": res.Undecided}
	if len(c.args) == 2 {
		answer["problems"] = list(problems)
	} else {
		answer["declared"] = list(declared)
	}
	return c.answer(answer, func(w io.Writer) {
		for _, p := range problems {
			fmt.Fprintf(w, "%s %s  %s  %s!%s  %s\n", p.Level, p.Code, p.File, p.Sheet, p.Cell, p.Message)
		}
		printProposals(w, res, declared, len(c.args) == 0)
	})
}

// employerIfAny is the employer of a data folder that is there already; two
// files are compared without one as well.
func (c *call) employerIfAny() (dv facts.DonVi) {
	dir, err := c.dir()
	if err != nil {
		return dv
	}
	if _, err = os.Stat(dir); err != nil {
		return dv
	}
	if o, err := c.office(); err == nil {
		dv, _ = o.Company(c.ctx)
	}
	return dv
}

// printProposals lists what to declare, what of it a dossier declares already, and what
// to look at; kept says that the answers to it can be kept, which two files alone cannot.
func printProposals(w io.Writer, res payroll.Result, declared []string, kept bool) {
	rows := [][]string{{"PA", "Họ và tên", "Từ tháng", "Thay đổi", "Chưa biết", "Nguồn", "Quy định"}}
	for _, p := range res.Proposals {
		from := p.TuThang.String()
		if slices.Contains(p.Unknown, payroll.TuThang) {
			from = ""
		}
		rule, _, _ := strings.Cut(p.CanCu, ";")
		rows = append(rows, []string{office.ProposalCode(p), p.HoTen, from, office.ChangeWords(p), unknownWords(p.Unknown), p.Source.String(), rule})
	}
	if slices.ContainsFunc(declared, func(id string) bool { return id != "" }) {
		rows[0] = append(rows[0], "Đã khai ở")
		for i, id := range declared {
			rows[i+1] = append(rows[i+1], id)
		}
	}
	table(w, rows)
	for _, u := range res.Undecided {
		printQuestion(w, u, kept)
	}
	fmt.Fprintf(w, "%d đề xuất, %d trường hợp cần xem\n", len(res.Proposals), len(res.Undecided))
}

// unknownWords names the facts that a proposal does not know.
func unknownWords(facts []string) string {
	names := make([]string, len(facts))
	for i, f := range facts {
		names[i] = office.FactName(f)
	}
	return strings.Join(names, ", ")
}
