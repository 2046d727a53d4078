package cli

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "guide", group: groupLook, short: "hướng dẫn: một tháng làm BHXH, tập nộp hồ sơ đầu tiên",
		use: "guide month [--month 2026-11] | practice",
		long: `month      một tháng làm BHXH từ tờ giấy đầu tiên đến bản sao lưu: khi nào, ai, việc gì, làm thế nào; ngày nào luật định thì kèm căn cứ
practice   tập nộp hồ sơ đầu tiên với công ty mẫu: các bước, bước nào đã xong (xem theo dữ liệu, không tự đánh dấu)
Trợ giúp về một màn hình, một mã lỗi hay một từ: bhxh help MÀN_HÌNH | MÃ | TỪ`, run: runGuide})
}

func runGuide(c *call) error {
	var o struct{ month string }
	if err := c.flags(1, 1, func(fs *flag.FlagSet) { fs.StringVar(&o.month, "month", "", "") }); err != nil {
		return err
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	switch c.args[0] {
	case "month":
		m := off.Period()
		if o.month != "" {
			if m, err = month(o.month); err != nil {
				return err
			}
		}
		works, err := off.MonthOfWork(c.ctx, m)
		if err != nil {
			return err
		}
		return c.answer(map[string]any{"month": m.ISO(), "works": works}, func(w io.Writer) {
			fmt.Fprintf(w, "Một tháng làm BHXH: tháng %s\n", m)
			for _, x := range works {
				writeWork(w, x)
			}
		})
	case "practice":
		g, err := off.PracticeGuide(c.ctx)
		if err != nil {
			return err
		}
		return c.answer(g, func(w io.Writer) {
			for i, s := range g.Steps {
				fmt.Fprintf(w, "%s %d. %s\n", tickOf(s), i+1, s.Title)
				if s.Now {
					fmt.Fprintf(w, "       %s\n", s.How)
				}
			}
			if g.Finished {
				fmt.Fprintln(w, "Đã xong. Giờ nhập đơn vị thật: bhxh init")
			}
		})
	}
	return wrong("guide month hoặc guide practice")
}

func tickOf(s office.PracticeStep) string {
	switch {
	case s.Done:
		return "[xong]"
	case s.Now:
		return "[đang]"
	}
	return "[    ]"
}

func writeWork(w io.Writer, x office.MonthWork) {
	fmt.Fprintf(w, "\n%s · %s\n  %s\n  %s\n", x.When, x.Who, x.What, x.How)
	if x.Day != "" {
		fmt.Fprintf(w, "  %s %s (%s): %s\n  Căn cứ: %s\n", x.Until(), x.Day, x.Kind, x.Count, x.Basis)
	}
}

// helpOn answers bhxh help with something that is no command: a screen, a code, words.
// It reports whether anything was found. --en asks for English, where there is any.
func (c *call) helpOn(words []string) (bool, error) {
	language := office.Vietnamese
	if i := slices.Index(words, "--en"); i >= 0 {
		words, language = slices.Delete(slices.Clone(words), i, i+1), office.English
	}
	term := strings.Join(words, " ")
	if p, ok := office.Help(term, language); ok {
		return true, c.answer(p, func(w io.Writer) { fmt.Fprint(w, p.Text) })
	}
	const most = 20
	found := office.FindCodes(term, most)
	pages, err := office.FindHelp(term, language)
	if err != nil || len(found)+len(pages) == 0 {
		return false, err
	}
	return true, c.answer(map[string]any{"codes": list(found), "pages": list(pages)}, func(w io.Writer) {
		for _, h := range found {
			writeCode(w, h)
		}
		for _, p := range pages {
			fmt.Fprintf(w, "%s: bhxh help %s\n", p.Title, p.Key)
		}
	})
}

func writeCode(w io.Writer, h office.CodeHelp) {
	fmt.Fprintf(w, "%s\n  %s\n", h.Head(), h.Say)
	if h.Remedy != "" {
		fmt.Fprintf(w, "  Cách sửa: %s\n", h.Remedy)
	}
	if h.Basis != "" {
		fmt.Fprintf(w, "  Căn cứ: %s\n", h.Basis)
	}
}

// helpSubjects lists what bhxh help knows besides the commands.
func helpSubjects(w io.Writer) {
	pages, err := office.HelpPages(office.Vietnamese)
	if err != nil {
		return // the pages are in the program; a test reads them
	}
	var keys []string
	for _, p := range pages {
		keys = append(keys, p.Key)
	}
	fmt.Fprintf(w, "\nTrợ giúp theo màn hình, mã lỗi hoặc từ: bhxh help %s\n", strings.Join(keys, " | "))
}
