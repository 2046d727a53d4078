package cli

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/storage"
)

func init() {
	register(&command{name: "papers", group: groupFile, short: "giấy tờ mà trường hợp của hồ sơ cần, và trả lời từng giấy tờ",
		use: "papers MÃ [--answer GIẤY=luu|khong-can|bo --note GHI_CHÚ] [--is TỆP=GIẤY] [--save TỆP --out ĐƯỜNG_DẪN] [--drop TỆP]",
		long: `Liệt kê giấy tờ của trường hợp: phải có hay tuỳ trường hợp, đã có tệp nào, đã trả lời ra sao. Hồ sơ lập bằng --service mới có trường hợp.
  --answer GIẤY=luu        giấy tờ lưu tại đơn vị, không kèm tệp; --note ghi số và ngày
  --answer GIẤY=khong-can  không cần trong hồ sơ này; --note ghi vì sao
  --answer GIẤY=bo         bỏ câu trả lời
  --is TỆP=GIẤY            tệp đã kèm là giấy tờ nào; "TỆP=" là chưa nói
  --save TỆP --out ĐƯỜNG_DẪN   ghi một tệp đã kèm ra ngoài
  --drop TỆP               bỏ một tệp đã kèm khỏi bản nháp
Kèm tệp và nói luôn là giấy tờ nào: bhxh attach MÃ TỆP --paper GIẤY
Ví dụ: bhxh papers HS000001 --answer C2-g4=luu --note 'số 01/BB-TNLĐ ngày 05/09/2026'`, run: runPapers})
}

// answers are the words of --answer and what the store keeps of them.
var answers = map[string]string{"luu": storage.PaperKept, "khong-can": storage.PaperUnneeded, "bo": ""}

func runPapers(c *call) error {
	var answer, note, is, save, out, drop string
	if err := c.flags(1, 1, func(fs *flag.FlagSet) {
		fs.StringVar(&answer, "answer", "", "")
		fs.StringVar(&note, "note", "", "")
		fs.StringVar(&is, "is", "", "")
		fs.StringVar(&save, "save", "", "")
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&drop, "drop", "", "")
	}); err != nil {
		return err
	}
	paper, word, _ := strings.Cut(answer, "=")
	kept, ok := answers[word]
	switch {
	case answer != "" && !ok:
		return wrong("--answer phải có dạng GIẤY=luu, GIẤY=khong-can hoặc GIẤY=bo (đang ghi %q)", answer)
	case note != "" && answer == "":
		return wrong("--note chỉ dùng cùng --answer")
	case (save == "") != (out == ""):
		return wrong("--save và --out đi cùng nhau: tệp nào, ghi vào đâu")
	case is != "" && !strings.Contains(is, "="):
		return wrong("--is phải có dạng TỆP=GIẤY (đang ghi %q)", is)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	id := c.args[0]
	if answer != "" {
		if err := o.AnswerPaper(c.ctx, id, storage.PaperAnswer{Paper: paper, Answer: kept, Note: note}); err != nil {
			return err
		}
	}
	if is != "" {
		if err := c.sayPaper(o, id, is); err != nil {
			return err
		}
	}
	if save != "" {
		return c.savePaper(o, id, save, out)
	}
	if drop != "" {
		f, err := c.attached(o, id, drop)
		if err != nil {
			return err
		}
		if err := o.DropAttachment(c.ctx, id, f.ID); err != nil {
			return err
		}
	}
	return c.papers(o, id)
}

// attached finds a file of a dossier by its name.
func (c *call) attached(o *office.Office, id, name string) (office.PaperFile, error) {
	files, err := o.AttachedFiles(c.ctx, id)
	if err != nil {
		return office.PaperFile{}, err
	}
	i := slices.IndexFunc(files, func(f office.PaperFile) bool { return f.Name == name })
	if i < 0 {
		return office.PaperFile{}, wrong("hồ sơ không có tệp kèm theo %q; xem: bhxh papers %s", name, id)
	}
	return files[i], nil
}

// savePaper writes an attachment to a file.
func (c *call) savePaper(o *office.Office, id, name, out string) error {
	at, err := c.attached(o, id, name)
	if err != nil {
		return err
	}
	f, err := o.AttachedFile(c.ctx, id, at.ID)
	if err != nil {
		return err
	}
	if err := office.WriteFile(out, f.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"id": id, "name": f.Name, "file": out}, func(w io.Writer) { fmt.Fprintln(w, "Đã ghi", out) })
}

// sayPaper says which paper an attachment is: "giay.pdf=C4-g1".
func (c *call) sayPaper(o *office.Office, id, is string) error {
	at := strings.LastIndexByte(is, '=')
	f, err := c.attached(o, id, is[:at])
	if err != nil {
		return err
	}
	return o.SetPaper(c.ctx, id, f.ID, is[at+1:])
}

// paperJSON is a line of the checklist.
type paperJSON struct {
	ID       string   `json:"id"` // one of IDs: the name by which the line is answered
	IDs      []string `json:"ids"`
	Name     string   `json:"name"`
	Required bool     `json:"required"`
	Given    bool     `json:"given"`
	How      string   `json:"how"`
	Files    []string `json:"files"`
	Forms    []string `json:"forms"`
	Answer   string   `json:"answer,omitempty"`
	Note     string   `json:"note,omitempty"`
}

// papers shows the checklist, and what is attached without being any of it.
func (c *call) papers(o *office.Office, id string) error {
	lines, err := o.Papers(c.ctx, id)
	if err != nil {
		return err
	}
	files, err := o.AttachedFiles(c.ctx, id)
	if err != nil {
		return err
	}
	out, others := []paperJSON{}, []string{}
	for _, l := range lines {
		p := paperJSON{ID: l.ID(), Name: l.Papers.Ten(), Required: l.Required(), Given: l.Given(), How: string(l.Papers[0].Cach), Files: []string{}, Forms: list(l.Forms)}
		for _, g := range l.Papers {
			p.IDs = append(p.IDs, g.ID)
		}
		for _, f := range l.Files {
			p.Files = append(p.Files, f.Name)
		}
		if l.Answer != nil {
			p.Answer, p.Note = l.Answer.Answer, l.Answer.Note
		}
		out = append(out, p)
	}
	for _, f := range files {
		if f.Paper == "" {
			others = append(others, f.Name)
		}
	}
	return c.answer(map[string]any{"id": id, "papers": out, "otherFiles": others}, func(w io.Writer) {
		if len(lines) == 0 {
			fmt.Fprintln(w, "Trường hợp này không cần giấy tờ kèm theo, hoặc hồ sơ chưa nói thuộc dịch vụ nào.")
		}
		for i, l := range lines {
			printPaper(w, l, out[i])
		}
		for _, f := range others {
			fmt.Fprintf(w, "    Tệp khác: %s\n", f)
		}
	})
}

func printPaper(w io.Writer, l office.PaperLine, p paperJSON) {
	mark, must := "○", "nếu có"
	if p.Given {
		mark = "●"
	}
	if p.Required {
		must = "phải có"
	}
	fmt.Fprintf(w, "  %s %s (%s): %s\n", mark, strings.Join(p.IDs, ", "), must, l.Words())
	for _, f := range append(slices.Clone(p.Files), p.Forms...) {
		fmt.Fprintf(w, "      %s\n", f)
	}
}
