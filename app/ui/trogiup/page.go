package trogiup

import (
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// language is that of the pages: English where the window speaks nothing else.
func language() string {
	if wordbook.Chosen() == wordbook.English {
		return office.English
	}
	return office.Vietnamese
}

// page draws a page of the help: headings, lists and paragraphs. Its title is shown by
// whoever shows the page.
func page(text string) fyne.CanvasObject {
	col := xwidget.Column(6)
	for _, line := range strings.Split(text, "\n") {
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "## "):
			col.Add(xwidget.Inset(0, 8, 0, 0, xwidget.NewText(strings.TrimPrefix(line, "## ")).Strong()))
		case strings.HasPrefix(line, "- "):
			col.Add(item("•", strings.TrimPrefix(line, "- ")))
		default:
			if n, words, ok := numbered(line); ok {
				col.Add(item(n, words))
			} else {
				col.Add(xwidget.NewPara(line))
			}
		}
	}
	return col
}

// purpose is the first paragraph of a page: what its screen is for.
func purpose(text string) string {
	for _, line := range strings.Split(text, "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			return line
		}
	}
	return ""
}

// item is a line of a list behind its mark.
func item(mark, words string) fyne.CanvasObject {
	const room = 18
	head := xwidget.Sized(room, 0, xwidget.Column(0, xwidget.NewText(mark).In(look.Muted)))
	return xwidget.Dock(nil, nil, head, nil, xwidget.NewPara(words))
}

// numbered parts "3. words".
func numbered(line string) (mark, words string, ok bool) {
	mark, words, ok = strings.Cut(line, ". ")
	const longest = 2
	if !ok || mark == "" || len(mark) > longest || strings.Trim(mark, "0123456789") != "" {
		return "", "", false
	}
	return mark + ".", words, true
}
