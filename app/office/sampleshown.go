package office

import (
	"encoding/json"
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/print"
	"ankhai/forms/sheet"
)

// sampleNote stands on every sheet of a sample's workbook.
const sampleNote = "HỒ SƠ MẪU, người và số đều đặt ra, không nộp"

// SamplesOf are the shipped cases of a service, those of one of its cases first.
func SamplesOf(service, truongHop string) ([]SampleCase, error) {
	all, err := SampleCases()
	var own, other []SampleCase
	for _, s := range all {
		switch {
		case !strings.EqualFold(s.Service, service):
		case strings.EqualFold(s.Case, truongHop):
			own = append(own, s)
		default:
			other = append(other, s)
		}
	}
	return append(own, other...), err
}

// SamplePapers draws the forms of a shipped case as their official paper forms, filled
// for invented people and the sample company, with «HỒ SƠ MẪU» across every page. A form
// without a paper layout is left out. ErrNoSample.
func (o *Office) SamplePapers(id string) ([]File, error) {
	_, docs, err := o.sampleDocs(id)
	if err != nil {
		return nil, err
	}
	var out []File
	for _, d := range docs {
		f, ok, err := drawn(d, o.now(), print.Options{Sample: true})
		if err != nil {
			return nil, fmt.Errorf("show sample case %s: %w", id, err)
		}
		if ok {
			f.Name = "MAU-" + f.Name
			out = append(out, f)
		}
	}
	return out, nil
}

// SampleBook is a shipped case as a workbook, every sheet marked as a sample.
// ErrNoSample.
func (o *Office) SampleBook(id string) (File, error) {
	s, docs, err := o.sampleDocs(id)
	if err != nil {
		return File{}, err
	}
	data, err := sheet.WriteForms(docs, sheet.FormOptions{Today: o.Today(), Note: sampleNote})
	if err != nil {
		return File{}, fmt.Errorf("workbook of sample case %s: %w", s.ID, err)
	}
	return File{Name: "HO-SO-MAU-" + s.ID + ".xlsx", Bytes: data}, nil
}

// sampleDocs are the forms of a shipped case, with what the sample company is known by.
func (o *Office) sampleDocs(id string) (SampleCase, []*form.Doc, error) {
	s, f, err := SampleCaseFile(id)
	if err != nil {
		return s, nil, err
	}
	var docs []*form.Doc
	if err := json.Unmarshal(f.Bytes, &docs); err != nil {
		return s, nil, fmt.Errorf("read sample case %s: %w", s.ID, err)
	}
	var dv facts.DonVi
	if err := sample("donvi.json", &dv); err != nil {
		return s, nil, err
	}
	known := ofEmployer(dv, o.Today())
	for _, d := range docs {
		if len(d.Head) == 0 {
			d.Head = o.headOf(d.Form, dv)
		} else if d.Form.Head != nil {
			fillKnown(d.Form.Head, &d.Head, known)
		}
		for i := range d.Rows {
			if aboutEmployer(d.Form) {
				fillKnown(d.Form.Table, &d.Rows[i], known)
			}
		}
	}
	return s, docs, nil
}
