package report

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// HTML writes the report as one page that opens in any browser without a network:
// style, program and data are in the file. With the articles' texts in the report
// ([news.ArticleRecord.Text]) it shows any two of them side by side; without, only
// the wording of paragraphs and what carriers changed.
//
// The page's data are gzipped JSON in base64, the alphabet of which cannot end the
// element that it stands in. What all pages need comes first; paragraphs, pairs and
// texts are in blocks of whole events that the page unpacks as they are opened.
// All that was scraped gets into the page as text nodes only, and its policy lets
// nothing run or load but the style and the program below, which it names by hash.
func HTML(w io.Writer, r *news.Report) error {
	buffered := bufio.NewWriter(w)
	if err := writePage(buffered, r); err != nil {
		return fmt.Errorf("report: write HTML: %w", err)
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("report: write HTML: %w", err)
	}
	return nil
}

func writePage(w io.Writer, r *news.Report) error {
	page := newPage(r)
	parts, err := template.ParseFS(pageFiles, "html/page.html")
	if err != nil {
		return err
	}
	style, err := pageFiles.ReadFile("html/style.css")
	if err != nil {
		return err
	}
	program, err := pageProgram()
	if err != nil {
		return err
	}
	shell := map[string]any{
		"Policy":  pagePolicy(style, program),
		"Style":   template.CSS(style),
		"Program": template.JS(program), // #nosec G203 -- our own
		"Facts":   page.facts(),
	}
	if err := parts.ExecuteTemplate(w, "head", shell); err != nil {
		return err
	}
	if err := writeData(w, "data", page.main()); err != nil {
		return err
	}
	for i, events := range page.blocks {
		if err := writeData(w, fmt.Sprintf("data-%d", i), page.block(events)); err != nil {
			return err
		}
	}
	return parts.ExecuteTemplate(w, "tail", shell)
}

//go:embed html/page.html html/style.css html/*.js
var pageFiles embed.FS

// programFiles are the parts of the page's program, in the order in which they are
// joined to one: a part uses what those before it define.
var programFiles = []string{
	"data", "dom", "words", "list", "chart", "overview", "timeline", "wording", "matrix", "event",
	"align", "pair", "network", "tables", "app",
}

func pageProgram() ([]byte, error) {
	program := []byte("'use strict';\n")
	for _, name := range programFiles {
		part, err := pageFiles.ReadFile("html/" + name + ".js")
		if err != nil {
			return nil, err
		}
		program = append(program, part...)
	}
	return program, nil
}

// pagePolicy is the page's Content-Security-Policy.
func pagePolicy(style, program []byte) string {
	return strings.Join([]string{
		"default-src 'none'",
		"style-src " + sourceHash(style),
		"script-src " + sourceHash(program),
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
}

func sourceHash(b []byte) string {
	sum := sha256.Sum256(b)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// writeData writes a value as an element that no browser runs.
func writeData(w io.Writer, id string, value any) error {
	if _, err := fmt.Fprintf(w, "<script type=\"application/octet-stream\" id=%q>", id); err != nil {
		return err
	}
	text := base64.NewEncoder(base64.StdEncoding, w)
	packed, err := gzip.NewWriterLevel(text, gzip.DefaultCompression)
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(packed)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	if err := packed.Close(); err != nil {
		return err
	}
	if err := text.Close(); err != nil {
		return err
	}
	_, err = io.WriteString(w, "</script>\n")
	return err
}
