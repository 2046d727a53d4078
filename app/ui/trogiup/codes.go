package trogiup

import (
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// most is how many finds are shown: who sees more types another letter.
const most = 30

// search finds codes, sentences and pages while one types.
type search struct {
	open  func(office.HelpPage)
	root  fyne.CanvasObject
	field *xwidget.SearchEntry
	list  *fyne.Container
	count *xwidget.Text
	view  *xwidget.Scroll
}

// newSearch makes a search; open shows a page.
func newSearch(open func(office.HelpPage)) *search {
	s := &search{open: open, list: xwidget.Column(10), count: xwidget.NewCaption("")}
	s.field = xwidget.NewSearch("Mã (D02-LT-04, XL-16, E-SIG-05) hoặc lời: sai mã pin, mất số 0", s.find)
	s.view = xwidget.NewScroll(xwidget.Inset(0, 4, 0, 4, s.list))
	s.root = xwidget.Dock(xwidget.Inset(0, 4, 0, 6, xwidget.Column(6, s.field, s.count)), nil, nil, nil, s.view)
	s.find("")
	return s
}

func (s *search) find(term string) {
	found := office.FindCodes(term, 0)
	pages := pagesOn(term)
	switch n := len(found); {
	case term == "":
		s.count.Set(fmt.Sprintf("%d mã và lời báo. Gõ không cần dấu.", len(office.Codes())))
	case n == 0 && len(pages) > 0:
		s.count.Set("Không có mã hay lời báo nào; đây là các trang trợ giúp")
	case n == 0:
		s.count.Set("Không thấy. Thử một từ khác trong lời báo, hoặc chép đúng mã.")
	case n > most:
		s.count.Set(fmt.Sprintf("%d kết quả, đây là %d đầu tiên", n, most))
		found = found[:most]
	default:
		s.count.Set(fmt.Sprintf("%d kết quả", n))
	}
	var lines []fyne.CanvasObject
	for _, h := range found {
		lines = append(lines, entry(h))
	}
	for _, p := range pages {
		lines = append(lines, s.door(p))
	}
	s.list.Objects = lines
	s.view.ToTop()
	s.view.Reflow()
	s.list.Refresh()
}

// pagesOn are the pages that speak of a term; none is no fault of the person's.
func pagesOn(term string) []office.HelpPage {
	if term == "" {
		return nil
	}
	pages, err := office.FindHelp(term, language())
	if err != nil { // they are in the program; a test reads them
		return nil
	}
	return pages
}

// door is a page that was found.
func (s *search) door(p office.HelpPage) fyne.CanvasObject {
	read := xwidget.NewButton("Đọc", func() { s.open(p) }).Tiny()
	words := xwidget.Column(2, xwidget.NewPara("Trang trợ giúp: "+p.Title).Strong(), xwidget.NewPara(purpose(p.Text)))
	return xwidget.Dock(nil, nil, nil, xwidget.Inset(10, 0, 0, 0, xwidget.Column(0, read)), words)
}

// entry is one code: what it says, how to mend it, by which article.
func entry(h office.CodeHelp) fyne.CanvasObject {
	col := xwidget.Column(2, xwidget.NewPara(h.Head()).Strong(), xwidget.NewPara(h.Say))
	if h.Remedy != "" {
		col.Add(xwidget.NewPara("Cách sửa: " + h.Remedy))
	}
	if h.Basis != "" {
		col.Add(xwidget.NewPara("Căn cứ: " + h.Basis).Sized(look.SmallSize).In(look.Muted))
	}
	return col
}
