package cli

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/storage"
)

func runDraft(c *call) error {
	var procedure, monthText string
	var from []string
	var of draftOf
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.StringVar(&procedure, "procedure", "", "")
		fs.StringVar(&monthText, "month", "", "")
		fs.Func("from", "", func(s string) error { from = append(from, s); return nil })
		of.flags(fs)
	}); err != nil {
		return err
	}
	procedure, err := of.procedure(procedure)
	if err != nil {
		return err
	}
	m, err := month(monthText)
	if err != nil {
		return err
	}
	if of.service != "" && len(from) == 0 {
		return c.openCase(of, procedure, m)
	}
	if len(from) == 0 {
		from = []string{"compare"}
	}
	kind, err := draftKind(from)
	if err != nil {
		return err
	}
	if of.people != "" && of.service == "" && kind != "compare" {
		return wrong("--people chỉ dùng cùng --service hoặc --from compare")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if kind == "compare" {
		res, err := o.Compare(c.ctx, m)
		if err != nil {
			return err
		}
		chosen, err := of.of(c, o, res.Proposals)
		if err != nil {
			return err
		}
		made, err := o.Draft(c.ctx, procedure, m, chosen)
		if err != nil {
			return err
		}
		return c.draftedAs(o, of, made)
	}
	if kind == "leaves" {
		all, err := o.LeaveClaims(c.ctx, m)
		if err != nil {
			return err
		}
		made, err := o.DraftLeaves(c.ctx, procedure, m, all)
		if err != nil {
			return err
		}
		return c.draftedAs(o, of, []storage.Dossier{made})
	}
	var files []office.File
	for _, path := range from {
		data, err := readFile(path)
		if err != nil {
			return err
		}
		files = append(files, office.File{Name: filepath.Base(path), Bytes: data})
	}
	made, found, err := o.DraftFiles(c.ctx, office.Opening{Service: of.service, Case: of.truongHop, Procedure: procedure, Month: m}, files)
	for _, f := range found {
		fmt.Fprintf(c.Err, "%s: %s\n", f.Level, f.Say)
	}
	if err != nil {
		return err
	}
	if len(made) == 0 {
		if err := c.answer(map[string]any{"id": "", "procedure": procedure, "month": m.ISO(), "forms": map[string]int{}, "problems": found}, func(io.Writer) {}); err != nil {
			return err
		}
		return errFaults
	}
	return c.drafted(o, made)
}

// sheetNames are the endings of files that are read as tables.
var sheetNames = []string{".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt"}

// draftKind is what a dossier is drafted from: "compare", "leaves", one ".json", or one or
// several ".xlsx".
func draftKind(from []string) (kind string, err error) {
	for _, f := range from {
		ext := strings.ToLower(filepath.Ext(f))
		switch {
		case f == "compare", f == "leaves", ext == ".json":
			if len(from) > 1 {
				return "", wrong("--from chỉ lặp lại được với các tệp .xlsx (đang ghi thêm %q)", f)
			}
			if ext != ".json" {
				return f, nil
			}
			return ext, nil
		case slices.Contains(sheetNames, ext):
			kind = ".xlsx"
		default:
			return "", wrong("--from phải là compare, leaves, một hay nhiều tệp .xlsx hoặc .csv, hoặc một tệp .json (đang ghi %q)", f)
		}
	}
	return kind, nil
}

func (c *call) drafted(o *office.Office, made []storage.Dossier) error {
	ids, forms := []string{}, map[string]int{}
	for _, d := range made {
		ids = append(ids, d.ID)
		v, err := o.Dossier(c.ctx, d.ID)
		if err != nil {
			return err
		}
		for _, doc := range v.Docs {
			forms[doc.Form.ID] += len(doc.Rows)
		}
	}
	return c.answer(map[string]any{
		"id": made[0].ID, "procedure": made[0].Procedure, "month": made[0].Month.ISO(), "forms": forms, "ids": ids,
	}, func(w io.Writer) {
		for _, d := range made {
			fmt.Fprintf(w, "Hồ sơ %s · thủ tục %s · tháng %s · đợt %d\n", d.ID, d.Procedure, d.Month, d.Dot)
		}
		for _, id := range slices.Sorted(maps.Keys(forms)) {
			fmt.Fprintf(w, "  %s: %d dòng\n", id, forms[id])
		}
		for _, id := range ids {
			fmt.Fprintf(w, "Tiếp theo: bhxh check %s\n", id)
		}
	})
}

// fillKnown answers the open cells that the roster and the employer's record know.
func (c *call) fillKnown(id string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	n, err := o.FillKnown(c.ctx, id)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"cells": n, "problems": []office.Finding{}}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã điền %d ô từ danh sách người lao động và thông tin đơn vị\n", n)
	})
}

func runFill(c *call) error {
	var known bool
	if err := c.flags(1, 2, func(fs *flag.FlagSet) { fs.BoolVar(&known, "known", false, "") }); err != nil {
		return err
	}
	switch {
	case known && len(c.args) == 1:
		return c.fillKnown(c.args[0])
	case known || len(c.args) == 1:
		return wrong("fill cần một tệp, hoặc --known")
	}
	raw, err := readFile(c.args[1])
	if err != nil {
		return err
	}
	if ext := strings.ToLower(filepath.Ext(c.args[1])); ext == ".xlsx" || ext == ".xlsm" {
		return c.fillBook(raw)
	}
	var answers []office.Answer
	if err := json.Unmarshal(raw, &answers); err != nil {
		return refusal("Tệp điền không đúng dạng. Xem dạng đúng: bhxh fill --help")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	n, found, err := o.Fill(c.ctx, c.args[0], answers)
	if err != nil {
		return err
	}
	if found == nil {
		found = []office.Finding{}
	}
	err = c.answer(map[string]any{"id": c.args[0], "cells": n, "findings": found}, func(w io.Writer) {
		for _, f := range found {
			fmt.Fprintf(w, "%s: %s\n", f.Field, f.Say)
		}
		fmt.Fprintf(w, "Đã điền %d ô\n", n)
	})
	if err == nil && len(found) > 0 {
		err = errFaults
	}
	return err
}

// fillBook replaces forms of a draft by those of a workbook.
func (c *call) fillBook(data []byte) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	rows, found, err := o.FillBook(c.ctx, c.args[0], filepath.Base(c.args[1]), data)
	for _, f := range found {
		fmt.Fprintf(c.Err, "%s: %s\n", f.Level, f.Say)
	}
	if err != nil {
		return err
	}
	err = c.answer(map[string]any{"id": c.args[0], "forms": rows, "findings": list(found)}, func(w io.Writer) {
		for _, id := range slices.Sorted(maps.Keys(rows)) {
			fmt.Fprintf(w, "%s: đã thay bằng %d dòng của tệp\n", id, rows[id])
		}
	})
	if err == nil && rows == nil {
		err = errFaults
	}
	return err
}
