package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/services"
	"ankhai/storage"
)

// PaperLine is what the case of a dossier asks for: one paper, or several of which
// one is enough; and how it is answered.
type PaperLine struct {
	Papers services.ChonGiay
	Files  []PaperFile          // attachments that are this paper
	Forms  []string             // forms of the dossier that are this paper
	Answer *storage.PaperAnswer // answered without a file; nil if not
}

// PaperFile is an attachment.
type PaperFile struct {
	ID    int64
	Name  string
	Size  int64
	Paper string // which paper of the case it is, "" when nobody has said
}

// ID is the name by which the line is answered: the first paper's.
func (l PaperLine) ID() string { return l.Papers[0].ID }

// Given reports whether the paper is there, or answered without a file.
func (l PaperLine) Given() bool { return len(l.Files)+len(l.Forms) > 0 || l.Answer != nil }

// Required reports whether the case cannot do without it.
func (l PaperLine) Required() bool { return l.Papers.BatBuoc() }

// Words tell the paper, when it is asked for and how it is given.
func (l PaperLine) Words() string {
	say := l.Papers.Ten()
	g := l.Papers[0]
	if g.Khi != "" && !l.Required() {
		say += " (khi " + g.Khi + ")"
	}
	if g.Cach != services.Tep {
		say += " · " + g.Cach.Say()
	}
	if l.Answer != nil {
		say += " · " + answerWords[l.Answer.Answer]
		if l.Answer.Note != "" {
			say += ": " + l.Answer.Note
		}
	}
	return say
}

var answerWords = map[string]string{storage.PaperKept: "lưu tại đơn vị", storage.PaperUnneeded: "không cần"}

// Papers lists what the case of a dossier asks for, in the order of the service;
// empty where nobody has said the service.
func (o *Office) Papers(ctx context.Context, id string) ([]PaperLine, error) {
	fail := func(err error) ([]PaperLine, error) { return nil, fmt.Errorf("papers of %s: %w", storage.Ref(id), err) }
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return fail(err)
	}
	s, ok := services.Service(d.Service)
	if !ok {
		return nil, nil
	}
	files, err := o.AttachedFiles(ctx, id)
	if err != nil {
		return fail(err)
	}
	answers, err := o.store.PaperAnswers(ctx, id)
	if err != nil {
		return fail(err)
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return fail(err)
	}
	var out []PaperLine
	for _, g := range s.GiayCua(d.Case) {
		l := PaperLine{Papers: g}
		for _, one := range g {
			for _, f := range files {
				if strings.EqualFold(f.Paper, one.ID) {
					l.Files = append(l.Files, f)
				}
			}
			for _, m := range one.Mau {
				if docOf(docs, m) != nil {
					l.Forms = append(l.Forms, m)
				}
			}
			if i := slices.IndexFunc(answers, func(a storage.PaperAnswer) bool { return a.Paper == one.ID }); i >= 0 {
				l.Answer = &answers[i]
			}
		}
		out = append(out, l)
	}
	return out, nil
}

// AttachedFiles lists the attachments of a dossier.
func (o *Office) AttachedFiles(ctx context.Context, id string) ([]PaperFile, error) {
	all, err := o.store.Attachments(ctx, id)
	if err != nil {
		return nil, err
	}
	out := make([]PaperFile, len(all))
	for i, a := range all {
		out[i] = PaperFile{ID: a.ID, Name: a.Name, Size: a.Size, Paper: a.Paper}
	}
	return out, nil
}

// AttachedFile is an attachment of a dossier with its bytes.
func (o *Office) AttachedFile(ctx context.Context, id string, attachment int64) (File, error) {
	a, err := o.store.Attachment(ctx, id, attachment)
	if err != nil {
		return File{}, fmt.Errorf("read attachment of %s: %w", storage.Ref(id), err)
	}
	return File{Name: a.Name, Bytes: a.Bytes}, o.deed(ctx, storage.Deed{What: "hoSo.xemGiayTo", Ref: id})
}

// AttachPaper keeps a file with a draft as a paper of its case; with ErrNoPaper
// nothing is kept.
func (o *Office) AttachPaper(ctx context.Context, id, paper, name string, data []byte, mark storage.Mark) error {
	if err := o.hasPaper(ctx, id, paper); err != nil {
		return err
	}
	a, err := o.attach(ctx, id, name, data, mark)
	if err != nil || paper == "" {
		return err
	}
	return o.store.SetPaper(ctx, id, a, paper)
}

// SetPaper says which paper of the case an attachment of a draft is; "" takes it
// back. ErrNoPaper if the service has no such paper.
func (o *Office) SetPaper(ctx context.Context, id string, attachment int64, paper string) error {
	if err := o.hasPaper(ctx, id, paper); err != nil {
		return err
	}
	return o.store.SetPaper(ctx, id, attachment, paper)
}

// AnswerPaper answers a paper of the case without a file: kept by the employer (the
// note says number and day), or not needed (the note says why). An empty Answer
// takes it back.
func (o *Office) AnswerPaper(ctx context.Context, id string, a storage.PaperAnswer) error {
	if err := o.hasPaper(ctx, id, a.Paper); err != nil {
		return err
	}
	return o.store.AnswerPaper(ctx, id, a)
}

// DropAttachment takes an attachment out of a draft.
func (o *Office) DropAttachment(ctx context.Context, id string, attachment int64) error {
	return o.store.DeleteAttachment(ctx, id, attachment)
}

func (o *Office) hasPaper(ctx context.Context, id, paper string) error {
	if paper == "" {
		return nil
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return err
	}
	s, _ := services.Service(d.Service)
	if !slices.ContainsFunc(s.GiayTo, func(g services.GiayTo) bool { return g.ID == paper }) {
		return fmt.Errorf("paper %s of %s: %w", paper, storage.Ref(id), ErrNoPaper)
	}
	return nil
}
