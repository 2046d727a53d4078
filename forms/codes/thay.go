package codes

import (
	"strings"
	"sync"
)

// cu are the lists that a list took the place of, by its short name. The group of
// an old entry names the new codes; it is empty where the source does not tell them.
var cu = map[string]*List{"xa": need("xa-cu"), "tinh": need("tinh-cu"), "kcb": need("kcb-cu")}

// XaCu are the communes before 01/07/2025; group: the new codes, several where the
// old commune was divided.
var XaCu = cu["xa"]

// Thay returns the entries that took the place of an old code of the list: the
// commune that an abolished one became a part of, several where it was divided;
// none for a code that is in the list, or that was in no list.
func (l *List) Thay(code string) []Item {
	old := cu[l.file]
	if old == nil || l.Has(code) {
		return nil
	}
	was, ok := old.Get(code)
	if !ok {
		return nil
	}
	var out []Item
	for _, ma := range strings.Fields(was.Nhom) {
		if i, ok := l.Get(ma); ok {
			out = append(out, i)
		}
	}
	return out
}

// Successors tells, for a code that the list does not have any more, the codes that
// took its place, and in words what it was and is now: forms say it of a cell.
func (l *List) Successors(code string) (now []string, say string) {
	items := l.Thay(code)
	if len(items) == 0 {
		if old := cu[l.file]; old != nil && old.Has(code) && !l.Has(code) {
			say = old.Label(code) + " (mã " + code + ") không còn trong danh mục " + l.ten + ". Chọn nơi khác"
		}
		return nil, say
	}
	was := cu[l.file].Label(code)
	words := make([]string, len(items))
	for i, x := range items {
		now = append(now, x.Ma)
		words[i] = x.Ma + " " + x.Ten
	}
	if len(items) == 1 {
		return now, was + " (mã " + code + ") nay là " + words[0]
	}
	return now, was + " (mã " + code + ") đã chia vào " + strings.Join(words, ", ") + ". Chọn nơi đúng"
}

// former finds, of each list that took the place of another, the old entries of a
// new code.
var former = map[string]func() map[string][]Item{}

func init() {
	for name, old := range cu {
		former[name] = sync.OnceValue(func() map[string][]Item {
			out := make(map[string][]Item, old.Len())
			for _, i := range old.All() {
				for _, ma := range strings.Fields(i.Nhom) {
					out[ma] = append(out[ma], i)
				}
			}
			return out
		})
	}
}

// Truoc are the former entries that an entry took in, whole or in part: the communes
// that a commune is made of. Chia tells those that went to others as well.
func (l *List) Truoc(code string) []Item {
	of := former[l.file]
	if of == nil {
		return nil
	}
	return of()[code]
}

// Chia reports whether a former entry was divided among several.
func Chia(old Item) bool { return strings.Contains(old.Nhom, " ") }
