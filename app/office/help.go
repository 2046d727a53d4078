package office

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ankhai/assets"
	"ankhai/forms/codes"
)

// HelpPage is one page of the help: what a screen is for, what to do there, its keys.
type HelpPage struct {
	Key   string `json:"key"` // of a screen, as in Place, or of a subject: "phim"
	Title string `json:"title"`
	Text  string `json:"text"` // headings, lists and paragraphs; the title is its first line
}

// helpDir is where the pages lie, one folder a language.
const helpDir = "help"

// Vietnamese and English are the languages of the help.
const (
	Vietnamese = "vi"
	English    = "en"
)

// Help is the page of a screen or subject in a language; one that has not been
// translated is in Vietnamese.
func Help(key, language string) (HelpPage, bool) {
	if strings.ContainsAny(key, `./\`) { // a path
		return HelpPage{}, false
	}
	for _, l := range []string{language, Vietnamese} {
		data, err := fs.ReadFile(assets.Help, path.Join(helpDir, l, key+".md"))
		if err == nil {
			title, _, _ := strings.Cut(string(data), "\n")
			return HelpPage{Key: key, Title: strings.TrimPrefix(title, "# "), Text: string(data)}, true
		}
	}
	return HelpPage{}, false
}

// HelpPages lists every page in a language, in the order of their titles.
func HelpPages(language string) ([]HelpPage, error) {
	files, err := fs.ReadDir(assets.Help, path.Join(helpDir, Vietnamese))
	if err != nil {
		return nil, fmt.Errorf("list help: %w", err)
	}
	var out []HelpPage
	for _, f := range files {
		if p, ok := Help(strings.TrimSuffix(f.Name(), ".md"), language); ok {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b HelpPage) int { return strings.Compare(codes.Fold(a.Title), codes.Fold(b.Title)) })
	return out, nil
}

// FindHelp lists the pages that hold every word of a term, in whatever case, with or
// without diacritics; those with it in the title first.
func FindHelp(term, language string) ([]HelpPage, error) {
	all, err := HelpPages(language)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(codes.Fold(term))
	var titled, others []HelpPage
	for _, p := range all {
		switch {
		case holdsAll(codes.Fold(p.Key+" "+p.Title), words):
			titled = append(titled, p)
		case holdsAll(codes.Fold(p.Text), words):
			others = append(others, p)
		}
	}
	return append(titled, others...), nil
}

// holdsAll reports whether a folded text has every word.
func holdsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// helpTable reads a table of the help: its lines below the heading, n cells each.
func helpTable(name string, n int) ([][]string, error) {
	data, err := fs.ReadFile(assets.Help, path.Join(helpDir, name))
	if err != nil {
		return nil, fmt.Errorf("help table: %w", err)
	}
	lines := strings.Split(strings.TrimRight(string(data), "\n"), "\n")
	var out [][]string
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != n {
			return nil, fmt.Errorf("help table %s: line %d has %d cells, want %d", name, i+2, len(cells), n)
		}
		out = append(out, cells)
	}
	return out, nil
}
