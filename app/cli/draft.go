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
	var procedure, monthText, from string
	var of draftOf
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.StringVar(&procedure, "procedure", "", "")
		fs.StringVar(&monthText, "month", "", "")
		fs.StringVar(&from, "from", "", "")
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
	if of.service != "" && from == "" {
		return c.openCase(of, procedure, m)
	}
	if from == "" {
		from = "compare"
	}
	ext := strings.ToLower(filepath.Ext(from))
	if from != "compare" && ext != ".json" && ext != ".xlsx" && ext != ".xlsm" {
		return wrong("--from phải là compare, một tệp .xlsx hoặc một tệp .json (đang ghi %q)", from)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	var made []storage.Dossier
	switch {
	case from == "compare":
		res, err := o.Compare(c.ctx, m)
		if err != nil {
			return err
		}
		made, err = o.Draft(c.ctx, procedure, m, res.Proposals)
		if err != nil {
			return err
		}
	default:
		data, err := readFile(from)
		if err != nil {
			return err
		}
		var found []office.Finding
		if ext == ".json" {
			made, found, err = o.DraftJSON(c.ctx, procedure, m, data)
		} else {
			made, found, err = o.DraftSheet(c.ctx, procedure, m, filepath.Base(from), data)
		}
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
	}
	if of.service != "" {
		for _, d := range made {
			if err := o.SetCase(c.ctx, d.ID, of.service, of.truongHop); err != nil {
				return err
			}
		}
	}
	return c.drafted(o, made)
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

func runFill(c *call) error {
	if err := c.flags(2, 2, nil); err != nil {
		return err
	}
	raw, err := readFile(c.args[1])
	if err != nil {
		return err
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
