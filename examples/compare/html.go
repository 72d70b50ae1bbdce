package main

import (
	_ "embed"
	"html/template"
	"io"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string

	page = template.Must(template.New("page").Funcs(template.FuncMap{
		"clean":     printable,
		"count":     count,
		"percent":   percent,
		"same":      func(k, number int) bool { return k+1 == number },
		"thousands": thousands,
	}).Parse(pageHTML))
)

// writeHTML writes the report as one page that needs no other file, and no
// script.
func (r *report) writeHTML(w io.Writer) error {
	return page.Execute(w, struct {
		*report
		Title string
		CSS   template.CSS
	}{r, r.title(), template.CSS(pageCSS)})
}

// title names the versions.
func (r *report) title() string {
	title := ""
	for k, v := range r.Versions {
		switch {
		case k == 0:
		case k == len(r.Versions)-1:
			title += " and "
		default:
			title += ", "
		}
		title += v.Name
	}
	return title + ": how they differ"
}
