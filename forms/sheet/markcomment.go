package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

const commentsEmpty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
	`<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>`

// comments is a part of comments as far as marking needs it: where its pieces
// stand in the bytes.
type comments struct {
	prefix     string
	authors    []string
	endAuthors int
	endList    int
	list       []commentAt
}

// commentAt is one comment: its bytes from from to to.
type commentAt struct {
	ref      string
	author   int
	from, to int
	endText  int      // before </text>; 0: it has none
	noText   [2]int   // of an empty <text/>
	ours     [][2]int // runs that an earlier marking added to somebody's comment
}

// comment takes the comments of an earlier marking out of a part and puts the new
// ones in; old nil begins a part. A cell that has somebody's comment keeps it, and
// ours is added to its end. gone are the cells whose comments were taken out.
func comment(old []byte, notes []note) (out []byte, gone []note, err error) {
	if old == nil {
		old = []byte(commentsEmpty)
	}
	c, err := readComments(old)
	if errors.Is(err, errEmptyList) {
		old = []byte(commentsEmpty) // an empty list holds nobody's comment
		c, err = readComments(old)
	}
	if err != nil {
		return nil, nil, err
	}
	author := slices.Index(c.authors, markAuthor)
	var edits []edit
	theirs := map[string]*commentAt{}
	for i := range c.list {
		x := &c.list[i]
		if x.author == author && author >= 0 {
			col, row, _ := parseCell([]byte(x.ref))
			gone = append(gone, note{ref: x.ref, col: col, row: row})
			edits = append(edits, edit{x.from, x.to, ""})
			continue
		}
		theirs[x.ref] = x
		for _, r := range x.ours {
			edits = append(edits, edit{r[0], r[1], ""})
			gone = append(gone, note{})
		}
	}
	if author < 0 {
		author = len(c.authors)
		edits = append(edits, edit{c.endAuthors, c.endAuthors, "<" + c.prefix + "author>" + markAuthor + "</" + c.prefix + "author>"})
	}
	var add strings.Builder
	for _, n := range notes {
		if x := theirs[n.ref]; x != nil && x.noText[1] > 0 {
			edits = append(edits, edit{x.noText[0], x.noText[1], "<" + c.prefix + "text>" + c.run(markAuthor+": "+n.text) + "</" + c.prefix + "text>"})
			continue
		} else if x != nil && x.endText > 0 {
			edits = append(edits, edit{x.endText, x.endText, c.run("\n" + markAuthor + ": " + n.text)})
			continue
		} else if x != nil { // a comment without a text says nothing: ours stands in its place
			edits = append(edits, edit{x.from, x.to, ""})
		}
		fmt.Fprintf(&add, `<%scomment ref="%s" authorId="%d"><%stext>%s</%stext></%scomment>`, c.prefix, n.ref, author, c.prefix, c.run(n.text), c.prefix, c.prefix)
	}
	edits = append(edits, edit{c.endList, c.endList, add.String()})
	return apply(old, edits), gone, nil
}

func (c *comments) run(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer refuses nothing
	text := strings.ReplaceAll(b.String(), "&#xA;", "\n")
	return "<" + c.prefix + "r><" + c.prefix + `t xml:space="preserve">` + text + "</" + c.prefix + "t></" + c.prefix + "r>"
}

// edit puts a text in place of the bytes from from to to.
type edit struct {
	from, to int
	text     string
}

func apply(b []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	var out []byte
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue // within what an earlier one took out
		}
		out = append(append(out, b[at:e.from]...), e.text...)
		at = e.to
	}
	return append(out, b[at:]...)
}

func readComments(b []byte) (*comments, error) {
	c := &comments{endAuthors: -1, endList: -1}
	s := newXMLScan(bytes.NewReader(b))
	var cur *commentAt
	author, run, text, inRun := "", 0, "", false
	for before := 0; ; before = s.offset() {
		k, err := s.next()
		if err != nil {
			return nil, fmt.Errorf("read comments: %w", err)
		}
		switch name := string(s.name); k {
		case xmlEOF:
			if c.endAuthors < 0 || c.endList < 0 {
				return nil, fmt.Errorf("comments without their lists: %w", ErrDamaged)
			}
			return c, nil
		case xmlStart:
			switch {
			case s.depth() == 1 && name == "comments":
				tag := b[bytes.LastIndexByte(b[:s.offset()], '<')+1 : s.offset()]
				if p, _, ok := bytes.Cut(tag, []byte(":comments")); ok && !bytes.ContainsAny(p, " \t\r\n") {
					c.prefix = string(p) + ":"
				}
			case name == "author":
				author = ""
				if s.empty {
					c.authors = append(c.authors, "")
				}
			case name == "commentList" && s.empty:
				return nil, errEmptyList
			case name == "text" && s.empty && cur != nil:
				cur.noText = [2]int{before, s.offset()}
			case name == "comment":
				n, err := strconv.Atoi(string(s.attr("authorId")))
				if err != nil {
					n = -1
				}
				c.list = append(c.list, commentAt{ref: strings.ReplaceAll(string(s.attr("ref")), "$", ""), author: n, from: before, to: s.offset()})
				if cur = &c.list[len(c.list)-1]; s.empty {
					cur = nil
				}
			case name == "r" && !s.empty:
				run, text, inRun = before, "", true
			}
		case xmlText:
			author += string(s.text)
			text += string(s.text)
		case xmlEnd:
			switch {
			case name == "author":
				c.authors = append(c.authors, author)
			case name == "authors":
				c.endAuthors = before
			case name == "commentList":
				c.endList = before
			case name == "r" && inRun && cur != nil:
				if strings.HasPrefix(strings.TrimLeft(text, "\r\n"), markAuthor+": ") {
					cur.ours = append(cur.ours, [2]int{run, s.offset()})
				}
				inRun = false
			case name == "text" && cur != nil:
				cur.endText = before
			case name == "comment" && cur != nil:
				cur.to = s.offset()
				cur = nil
			}
		}
	}
}

// errEmptyList: a part without a comment, its list written as an empty element.
var errEmptyList = fmt.Errorf("comments with an empty list: %w", ErrDamaged)
