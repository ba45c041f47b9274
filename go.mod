module github.com/wireprint/wireprint

go 1.26
